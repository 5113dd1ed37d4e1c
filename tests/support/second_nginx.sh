# SPDX-License-Identifier: EUPL-1.2
# Starts a second nginx before the programs of the running site, with settings of its own. To be
# sourced, with STATE and SITE of the first; the port after that of the metrics has to be free.

# [NAME=VALUE…] — in FOLDER, which has to exist. Sets "second", its address, and "second_pid", its
# process. Other settings are those of tests.
start_second_nginx() { # FOLDER [NAME=VALUE…]
    local folder=$1 port=$((${SITE##*:} + 2)) file
    shift
    second=http://127.0.0.1:$port
    mkdir -p "$folder/temporary"
    chmod -R 777 "$folder"
    for file in nginx site; do
        env RUN="$folder" SHARE="$STATE/program/share" ACCESS_LOG="$folder/access.log" \
            HEADERS="$STATE/program/headers.conf" LISTEN="127.0.0.1:$port" ALSO_LISTEN= PLACES= \
            METRICS="unix:$folder/metrics.sock" BENELUX_SITE_URL="$SITE" RATE=100000 \
            APPLICATION="server unix:$STATE/socket/application/public.sock max_fails=0;" \
            DESK="server unix:$STATE/socket/desk/desk.sock max_fails=0;" "$@" \
            tools/fill-in "nginx/$file.conf.template" >"$folder/$file.conf"
    done
    [[ $EUID -ne 0 ]] || sed -i '1i user www-data;' "$folder/nginx.conf"
    nginx -e stderr -c "$folder/nginx.conf" -g 'daemon off;' 2>"$folder/nginx.log" &
    second_pid=$!
    local i
    for ((i = 0; i < 100; i++)); do
        [[ $(cat "$folder/nginx.pid" 2>/dev/null) == "$second_pid" ]] && return
        kill -0 "$second_pid" 2>/dev/null || break
        sleep 0.1
    done
    cat "$folder/nginx.log" >&2
    return 1
}
stop_second_nginx() {
    [[ -n ${second_pid:-} ]] || return 0
    kill -QUIT "$second_pid" 2>/dev/null
    wait "$second_pid" 2>/dev/null
    second_pid=
}
