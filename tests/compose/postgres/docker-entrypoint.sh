#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Like the official image, as documented: makes a new cluster with POSTGRES_PASSWORD or
# POSTGRES_PASSWORD_FILE, POSTGRES_USER, POSTGRES_DB, POSTGRES_INITDB_ARGS, and runs what is in
# /docker-entrypoint-initdb.d.
set -euo pipefail
[[ ${1:0:1} != - ]] || set -- postgres "$@"
[[ $1 == postgres ]] || exec "$@"
if [[ -n ${POSTGRES_PASSWORD_FILE:-} ]]; then
    POSTGRES_PASSWORD=$(<"$POSTGRES_PASSWORD_FILE")
    export POSTGRES_PASSWORD
    unset POSTGRES_PASSWORD_FILE
fi
if [[ $(id -u) -eq 0 ]]; then
    mkdir -p "$PGDATA" && chmod 700 "$PGDATA"
    find "$PGDATA" \! -user postgres -exec chown postgres '{}' +
    exec setpriv --reuid=postgres --regid=postgres --init-groups -- "$0" "$@"
fi
if [[ ! -s $PGDATA/PG_VERSION ]]; then
    [[ -n ${POSTGRES_PASSWORD:-} ]] || {
        echo "Error: Database is uninitialized and superuser password is not specified." >&2
        exit 1
    }
    user=${POSTGRES_USER:-postgres}
    eval "initdb --username=$user --pwfile=<(printf '%s\n' \"\$POSTGRES_PASSWORD\") \
        ${POSTGRES_INITDB_ARGS:-} -D \"\$PGDATA\"" >/dev/null
    printf '\nhost all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
    pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -p 5432" -w start >/dev/null
    export PGPASSWORD=$POSTGRES_PASSWORD
    [[ ${POSTGRES_DB:-$user} == postgres ]] ||
        psql -X -q -v ON_ERROR_STOP=1 --username "$user" -d postgres \
            -c "create database \"${POSTGRES_DB:-$user}\""
    for file in /docker-entrypoint-initdb.d/*; do
        case $file in
        *.sh) if [[ -x $file ]]; then "$file"; else . "$file"; fi ;;
        *.sql)
            psql -X -v ON_ERROR_STOP=1 --username "$user" -d "${POSTGRES_DB:-$user}" -f "$file"
            ;;
        esac
    done
    pg_ctl -D "$PGDATA" -m fast -w stop >/dev/null
fi
unset POSTGRES_PASSWORD PGPASSWORD
exec postgres -c listen_addresses='*' "${@:2}"
