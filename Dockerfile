# SPDX-License-Identifier: EUPL-1.2
# The program of the site, with what prepares its database. Which part of it runs, the command says: see tools/container.
ARG DEBIAN_IMAGE=debian:bookworm-slim
ARG POSTGRES_IMAGE=postgres:15-bookworm

# What speaks to the server as psql and pg_dump do is of the server's version, with its libraries, since the server's image may be of another Debian.
FROM ${POSTGRES_IMAGE} AS server
RUN mkdir -p /client/lib && cp /usr/lib/postgresql/*/bin/psql /usr/lib/postgresql/*/bin/pg_dump /usr/lib/postgresql/*/bin/pg_restore /client/ && \
    cp -L $(ldd /client/psql /client/pg_dump /client/pg_restore | grep -o '/[^ ]*' | grep -v '^/client' | sort -u) /client/lib/ && cp -L /client/lib/ld-linux* /client/ld.so && rm /client/lib/ld-linux* && \
    for name in psql pg_dump pg_restore; do \
        printf '#!/bin/sh\nexec /usr/lib/postgresql-client/ld.so --library-path /usr/lib/postgresql-client/lib /usr/lib/postgresql-client/%s "$@"\n' $name >/client/run-$name && chmod 755 /client/run-$name; \
    done

FROM ${DEBIAN_IMAGE} AS build
WORKDIR /source
COPY tools/install-packages tools/packages.build tools/
RUN tools/install-packages tools/packages.build && apt-get install -y -q --no-install-recommends cracklib-runtime >/dev/null
# libical is linked to ICU for calendars of other cultures, which the site does not write. ICU's tables are 31 MB: in the image stands a library that has none.
RUN tables=$(readlink -f /usr/lib/*/libicudata.so.??) && symbol=$(nm -D --defined-only "$tables" | cut -d' ' -f3) && \
    echo "const char $symbol[64] = {0};" | gcc -shared -fPIC -Wl,-soname,"$(basename "${tables%.*}")" -x c -o /no-tables.so -
COPY tools/stage-static tools/
COPY Makefile ./
COPY cgi-src cgi-src
COPY templates templates
COPY static static
COPY locale locale
COPY docs/editors docs/editors
ARG BENELUX_VERSION=unknown
RUN make -j"$(nproc)" all && strip build/benelux-plus build/benelux-plus-picture && mkdir -p build/share/errors && BENELUX_SHARE=build/share build/benelux-plus error-pages build/share/errors

FROM ${DEBIAN_IMAGE} AS system
COPY tools/install-packages tools/packages.image /tmp/
COPY --from=build /no-tables.so /tmp/
COPY --from=server /client /usr/lib/postgresql-client
# A library that both have stands there once.
RUN /tmp/install-packages /tmp/packages.image && mv /tmp/no-tables.so "$(readlink -f /usr/lib/*/libicudata.so.??)" && \
    for name in psql pg_dump pg_restore; do mv /usr/lib/postgresql-client/run-$name /usr/bin/$name; done && \
    for own in /usr/lib/postgresql-client/lib/*; do \
        for same in /usr/lib/*/"${own##*/}"; do ! cmp -s "$own" "$same" || ln -sf "$same" "$own"; done; \
    done && \
    rm -rf /tmp/* /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/* /var/log/* /usr/share/doc /usr/share/man /usr/share/info /usr/share/locale

# One layer, so that what was removed does not lie in one below.
FROM scratch
COPY --from=system / /
COPY --from=build /var/cache/cracklib /var/cache/cracklib
COPY --from=build /source/build/benelux-plus /source/build/benelux-plus-picture /usr/bin/
COPY --from=build /source/build/share /usr/share/benelux-plus
COPY migrations /usr/lib/benelux-plus/migrations
COPY content /usr/lib/benelux-plus/content
COPY tools/prepare tools/backup tools/restore tools/container tools/measure tools/warm-cache /usr/lib/benelux-plus/
# 101 is the group of the workers of nginx's official image: it may write to the sockets. Volumes take over who owns these folders.
RUN groupadd -g 10001 benelux && useradd -u 10001 -g benelux -d / -s /usr/sbin/nologin benelux && groupadd -g 101 sockets 2>/dev/null; \
    install -d -o benelux -g 101 -m 750 /run/benelux-plus /run/benelux-plus-desk && \
    install -d -o benelux -g benelux -m 700 /secrets/superuser /secrets/owner /secrets/desk /secrets/visitor /secrets/standby && \
    install -d -o benelux -g benelux -m 755 /srv/share /srv/metrics /backups && \
    find /usr/bin/benelux-plus /usr/share/benelux-plus /usr/lib/benelux-plus -type f -exec sha256sum {} + | LC_ALL=C sort | sha256sum | cut -c-16 >/usr/lib/benelux-plus/edition
USER 10001:101
ENTRYPOINT ["/usr/lib/benelux-plus/container"]
CMD ["serve"]
