# SPDX-License-Identifier: EUPL-1.2
# The stack on a real engine, for tests that do what operators do, in the words of docs/operate.md. To be sourced, with the version of Compose as first argument
# when it is 2.
#
# Needs docker, and the image debian:bookworm-slim; as root, who may read Docker's logs.
#
# Everything has a project name of its own and is taken away at the end; the images stay, for the next time.
set -u
cd "$(dirname "$0")/../.."
[[ -n ${TEST_PORT:-} ]] || exec tests/support/with-ports "tests/compose/${0##*/}" "$@"
count=0 failed=0
work=$(mktemp -d)
touch "$work/log"
chmod 755 "$work"

# Of a copy of the sources: an upgrade is made there.
mkdir "$work/site"
git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C "$work/site"
cd "$work/site" || exit 1
. tests/support/operators.sh

port=$TEST_PORT
site=http://localhost:$port
project=benelux-test-$$
version=test # of the images, which are made anew
[[ ${0##*/} == run ]] || version=test-${0##*/}
METRICS_PORT=$((port + 3))
configure() { # NAME=VALUE… — in .env
    local one
    for one in "$@"; do sed -i "s|^${one%%=*}=.*|$one|" .env; done
}

if [[ ${1:-} == 2 ]] && ! docker compose version >/dev/null 2>&1; then
    tests/compose/fetch-compose-2 "$work/docker" || { echo "Compose 2 cannot be had" >&2; exit 1; }
    export DOCKER_CONFIG=$work/docker
fi
if [[ ${1:-} == 2 ]] || ! command -v docker-compose >/dev/null; then
    echo "# Compose $(docker compose version --short)"
else
    # It is a program of its own, and has to be told that there is no terminal.
    echo "# Compose $(docker-compose version --short)"
    docker() {
        [[ $1 == compose ]] || { command docker "$@"; return; }
        local word words=() told=
        for word in "${@:2}"; do
            words+=("$word")
            [[ $told || ! $word =~ ^(exec|run)$ || " $* " == *" -T "* ]] || words+=(-T) told=yes
        done
        docker-compose "${words[@]}"
    }
fi
do_told() { eval "$1" </dev/null >"$work/said" 2>"$work/log"; }
told 'cp .env.example .env'
configure COMPOSE_PROJECT_NAME=$project HTTP_PORT=$port METRICS_PORT=$METRICS_PORT BENELUX_VERSION=$version RATE=10000
compose() { docker compose "$@" </dev/null >"$work/log" 2>&1; }

finish() {
    kill ${reader:-} ${mtail:-} ${editor:-} 2>/dev/null
    docker rm -f "$project-holder" "$project-registry" >/dev/null 2>&1
    docker compose down -v -t 5 >/dev/null 2>&1
    [[ ! -d $work/second ]] || (cd "$work/second" && docker compose down -v -t 5 >/dev/null 2>&1)
    docker network rm "$project-wire" >/dev/null 2>&1
    docker volume ls -q -f "label=com.docker.compose.project=$project" | xargs -r docker volume rm >/dev/null 2>&1
    cd / && rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

check() { # NAME COMMAND… — ok when the command is true
    local name=$1
    shift
    count=$((count + 1))
    if "$@"; then echo "ok $count - $name"; else echo "not ok $count - $name"; tail -20 "$work/log" | sed 's/^/# /'; failed=$((failed + 1)); fi
}
part() { # NAME — says how long the one before took
    [[ -z ${began:-} ]] || echo "# that took $((SECONDS - began)) s"
    began=$SECONDS
    [[ -z $1 ]] || echo "# ---- $1"
}
status() { curl -s -m 10 -o "$work/body" -w '%{http_code}' "$site$1"; }
answers() { [[ $(status "$1") == "$2" ]] || { echo "$1 answers $(status "$1")" >"$work/log"; false; }; }
shows() { answers "$1" 200 && grep -q "$2" "$work/body"; }
containers() { docker ps -q -f "label=com.docker.compose.project=$project" -f "label=com.docker.compose.service=$1" "${@:2}"; }
container() { docker compose ps -q "$1" | head -1; }
is_inside() { [[ $(docker exec "$(container "$1")" sh -c "$2" 2>&1) == "$3" ]]; }
until_true() { # SECONDS COMMAND…
    local end=$((SECONDS + $1))
    shift
    until "$@"; do ((SECONDS < end)) || return 1; sleep 0.2; done
}
healthy() { [[ $(docker inspect -f '{{.State.Health.Status}}' "$(container "$1")" 2>/dev/null) == healthy ]]; }
as_owner() { docker compose run --rm --no-deps -e PGHOST="${database_host:-postgres}" -e PGSSLMODE=prefer -e PGPASSFILE=/secrets/superuser/password --entrypoint psql backup -X -q -At -U postgres -d benelux "$@" </dev/null 2>/dev/null; }

# A visitor who reads again and again; each answer that is no page is counted.
pages=(/nl/ /nl/benelux-plus/penta /fr/reunions /en/obstacles)
start_reading() {
    for path in "${pages[@]}"; do status "$path" >/dev/null; done
    : >"$work/read"
    (while :; do for path in "${pages[@]}"; do curl -s -m 10 -o /dev/null -w '%{http_code}\n' "$site$path" >>"$work/read"; sleep 0.05; done; done) &
    reader=$!
}
has_read() { [[ $(wc -l <"$work/read") -gt 20 ]]; }
read_all_well() {
    until_true 20 has_read
    kill "$reader" 2>/dev/null
    wait "$reader" 2>/dev/null
    reader=
    sort "$work/read" | uniq -c >>"$work/log"
    has_read && ! grep -qv '^200$' "$work/read"
}
without_failure() { # COMMAND… — while it runs and for two seconds more every page is there
    start_reading
    "$@" || { read_all_well; return 1; }
    sleep 2
    read_all_well
}

# An editor.
first_password() { told 'docker compose run --rm --no-deps desk first-password' && tr -d '\r' <"$work/said"; }
log_in() { # PASSWORD [SITE]
    local token site=${2:-$site}
    rm -f "$work/jar"
    token=$(curl -s -c "$work/jar" "$site/admin/login" | sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p')
    [[ $(curl -s -b "$work/jar" -c "$work/jar" -o "$work/body" -w '%{http_code}' -H "Origin: $site" --data-urlencode "form_token=$token" --data-urlencode name=admin \
        --data-urlencode "password=$1" -d 'next=&kept=&code=' "$site/admin/login") == 303 ]] &&
        [[ $(curl -s -b "$work/jar" -o "$work/body" -w '%{http_code}' "$site/admin/") == 200 ]]
}
# BODY — of a text; true when it was answered as saved, otherwise the answer's status is in "answer".
# Where the form cannot be opened any more, the one that was opened last is sent: as an editor does whose database is lost meanwhile.
save() {
    local path=/admin/texts/penta/nl name fields=()
    curl -s -f -m 20 -b "$work/jar" -o "$work/form" "$site$path"
    for name in form_token base original slug; do
        fields+=(--data-urlencode "$name=$(sed -n "s/.*name=\"$name\" value=\"\([^\"]*\)\".*/\1/p" "$work/form" | head -1)")
    done
    curl -s -m 30 -b "$work/jar" -o "$work/body" -w '%{http_code} %{redirect_url}\n' -H "Origin: $site" "${fields[@]}" -d 'action=save&note=&text.title=Penta&text.short=Penta&text.summary=Penta' \
        --data-urlencode "text.body=$1" "$site$path" >"$work/answer"
    grep -q '^303 .*done=save' "$work/answer" || { cp "$work/answer" "$work/log"; false; }
}

# Those that are in a registry elsewhere are made here.
make_images() {
    local name
    for name in "$@"; do
        docker image inspect "$name" >/dev/null 2>&1 || DOCKER_BUILDKIT=0 docker build -q -t "$name" "tests/compose/${name%%:*}" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    done
}
make_images postgres:15-bookworm nginx:1.28-bookworm
docker images -q --filter "reference=benelux-plus*:$version" | xargs -r docker rmi -f --no-prune >/dev/null 2>&1

ends() { # Says how it went.
    part ""
    echo "# in $SECONDS s"
    echo "$((count - failed)) passed, $failed failed"
    exit $((failed > 0))
}
