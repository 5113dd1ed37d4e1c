#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Like the official image, as documented: runs what is in /docker-entrypoint.d, and fills in
# templates with the environment, into /etc/nginx/conf.d.
set -e
for file in /docker-entrypoint.d/*.envsh; do [ ! -x "$file" ] || . "$file"; done
for file in /docker-entrypoint.d/*.sh; do [ ! -x "$file" ] || "$file"; done
names=$(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/${\1} /p' | tr -d '\n')
for template in /etc/nginx/templates/*.template; do
    [ -e "$template" ] || continue
    envsubst "$names" <"$template" >"/etc/nginx/conf.d/$(basename "$template" .template)"
done
exec "$@"
