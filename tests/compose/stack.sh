# SPDX-License-Identifier: EUPL-1.2
# The stack on a real engine, for tests that work like operators, in the words of docs/operate.md.
# To be sourced, with the version of Compose as first argument if it is 2.
#
# Needs docker, and the image debian:bookworm-slim; as root, to read Docker's logs.
#
# Everything has a project name of its own and is removed at the end; the images stay, for the next
# time.
set -u
cd "$(dirname "$0")/../.."
[[ -n ${TEST_PORT:-} ]] || exec tests/support/with-ports "tests/compose/${0##*/}" "$@"
count=0 failed=0
work=$(mktemp -d)
touch "$work/log"
chmod 755 "$work"

# A copy of the sources, in which an upgrade is made.
mkdir "$work/site"
git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C "$work/site"
cd "$work/site" || exit 1
. tests/support/operators.sh

port=$TEST_PORT
site=http://localhost:$port
project=benelux-test-$$
version=test # of the images, which are built anew
[[ ${0##*/} == run ]] || version=test-${0##*/}
METRICS_PORT=$((port + 3))

# --------------------------------------------------------------------------------------------------
# Compose

if [[ ${1:-} == 2 ]] && ! docker compose version >/dev/null 2>&1; then
    tests/compose/fetch-compose-2 "$work/docker" || { echo "Compose 2 cannot be had" >&2; exit 1; }
    export DOCKER_CONFIG=$work/docker
fi
if [[ ${1:-} == 2 ]] || ! command -v docker-compose >/dev/null; then
    echo "# Compose $(docker compose version --short)"
else
    # A program of its own, which has to be told that there is no terminal.
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
compose() { docker compose "$@" </dev/null >"$work/log" 2>&1; }
do_told() { eval "$1" </dev/null >"$work/said" 2>"$work/log"; }

configure() { # NAME=VALUE… — in .env
    local one
    for one in "$@"; do sed -i "s|^${one%%=*}=.*|$one|" .env; done
}
told 'cp .env.example .env'
# All pages are asked for at once: at the usual rate this takes three minutes.
configure COMPOSE_PROJECT_NAME=$project HTTP_PORT=$port METRICS_PORT=$METRICS_PORT \
    BENELUX_VERSION=$version RATE=10000 WARM_RATE=200

finish() {
    kill ${reader:-} ${helper:-} ${editor:-} 2>/dev/null
    docker rm -f "$project-holder" "$project-registry" >/dev/null 2>&1
    docker compose down -v -t 5 >/dev/null 2>&1
    [[ ! -d $work/second ]] || (cd "$work/second" && docker compose down -v -t 5 >/dev/null 2>&1)
    docker network rm "$project-wire" >/dev/null 2>&1
    docker volume ls -q -f "label=com.docker.compose.project=$project" |
        xargs -r docker volume rm >/dev/null 2>&1
    cd / && rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

# --------------------------------------------------------------------------------------------------
# Checks

check() { # NAME COMMAND… — ok when the command is true
    local name=$1
    shift
    count=$((count + 1))
    if "$@"; then
        echo "ok $count - $name"
    else
        echo "not ok $count - $name"
        tail -20 "$work/log" | sed 's/^/# /'
        failed=$((failed + 1))
    fi
}
part() { # NAME — says how long the one before took
    [[ -z ${began:-} ]] || echo "# that took $((SECONDS - began)) s"
    began=$SECONDS
    [[ -z $1 ]] || echo "# ---- $1"
}
ends() { # says how it went
    part ""
    echo "# in $SECONDS s"
    echo "$((count - failed)) passed, $failed failed"
    exit $((failed > 0))
}

not() { ! "$@"; }                        # COMMAND…
equal() { [[ $("${@:2}") == "$1" ]]; }    # VALUE COMMAND… — which prints it
says() { grep -q -- "$1" "$work/said"; }  # WORDS — the command of the documents that ran last
logged() { grep -q -- "$1" "$work/log"; } # WORDS — what ran last
refuses() { ! "${@:2}" && logged "$1"; }  # WORDS COMMAND… — it fails, and its log has the words
tells() { told "$1" && says "$2"; }       # COMMAND WORDS — which it prints
until_true() { # COMMAND… — the limit promises nothing: it ends a test of what never comes
    local end=$((SECONDS + 600))
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.2
    done
}

# --------------------------------------------------------------------------------------------------
# The containers

containers() { # SERVICE FILTER… — those that run
    docker ps -q -f "label=com.docker.compose.project=$project" \
        -f "label=com.docker.compose.service=$1" -f label=com.docker.compose.oneoff=False "${@:2}"
}
container() { containers "$1" -a | head -1; }
is_inside() { # SERVICE COMMAND OUTPUT
    equal "$3" docker exec "$(container "$1")" sh -c "$2" 2>/dev/null
}
cannot_find() { is_inside "$1" "getent hosts $2 || echo none" none; } # SERVICE HOST
healthy() {
    equal healthy docker inspect -f '{{.State.Health.Status}}' "$(container "$1")" 2>/dev/null
}
service_logged() { docker compose logs "${@:2}" 2>&1 | grep -q -- "$1"; } # WORDS SERVICE…
runs() { # VERSION
    equal "benelux-plus:$1" docker inspect -f '{{.Config.Image}}' "$(container app)"
}

# The database, as its superuser: by the container that makes backups.
as_owner() { # ARGUMENT… — of psql
    docker exec -e PGHOST="${database_host:-postgres}" -e PGSSLMODE=prefer \
        -e PGPASSFILE=/secrets/superuser/password "$(container backup)" \
        psql -X -q -At -U postgres -d benelux "$@" </dev/null 2>/dev/null
}
is_true() { equal t as_owner -c "select $1"; } # EXPRESSION

# Builds the images that come from a registry elsewhere.
make_images() { # NAME:TAG…
    local name
    for name in "$@"; do
        docker image inspect "$name" >/dev/null 2>&1 ||
            DOCKER_BUILDKIT=0 docker build -q -t "$name" "tests/compose/${name%%:*}" \
                >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    done
}
make_images postgres:15-bookworm nginx:1.28-bookworm
docker images -q --filter "reference=benelux-plus*:$version" |
    xargs -r docker rmi -f --no-prune >/dev/null 2>&1

# --------------------------------------------------------------------------------------------------
# A visitor

status() { curl -s -m 10 -o "$work/body" -w '%{http_code}' "$site$1"; } # PATH
answers() { # PATH STATUS
    local status
    status=$(status "$1")
    [[ $status == "$2" ]] || { echo "$1 answers $status" >"$work/log"; false; }
}
shows() { answers "$1" 200 && grep -q -- "$2" "$work/body"; } # PATH WORDS
# Past the cache, which would hide a program that is away.
searches() { answers "/nl/zoeken?q=energie$RANDOM" 200; }

# A visitor who reads again and again; each answer that is no page is counted.
pages=(/nl/ /nl/benelux-plus/penta /fr/reunions /en/obstacles)
read_on() {
    local path
    while :; do
        for path in "${pages[@]}"; do
            curl -s -m 10 -o /dev/null -w '%{http_code}\n' "$site$path" >>"$work/read"
            sleep 0.05
        done
    done
}
start_reading() {
    local path
    for path in "${pages[@]}"; do status "$path" >/dev/null; done
    : >"$work/read"
    read_on &
    reader=$!
}
has_read() { [[ $(wc -l <"$work/read") -gt 20 ]]; }
read_all_well() {
    until_true has_read
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

# --------------------------------------------------------------------------------------------------
# An editor

first_password() {
    told 'docker compose run --rm --no-deps desk first-password' && tr -d '\r' <"$work/said"
}
form_token() { sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p'; }
log_in() { # PASSWORD [SITE]
    local token site=${2:-$site}
    rm -f "$work/jar"
    token=$(curl -s -c "$work/jar" "$site/admin/login" | form_token)
    equal 303 curl -s -b "$work/jar" -c "$work/jar" -o "$work/body" -w '%{http_code}' \
        -H "Origin: $site" --data-urlencode "form_token=$token" --data-urlencode name=admin \
        --data-urlencode "password=$1" -d 'next=&kept=&code=' "$site/admin/login" &&
        equal 200 curl -s -b "$work/jar" -o "$work/body" -w '%{http_code}' "$site/admin/"
}
open_desk() { password=$(first_password) && log_in "$password"; }

# BODY of a text — true when the save was confirmed; otherwise "answer" has the status. If the form
# cannot be opened, this sends the one that was opened last, like an editor whose database is lost
# meanwhile.
save() {
    local path=/admin/texts/penta/nl name value fields=()
    curl -s -f -m 20 -b "$work/jar" -o "$work/form" "$site$path"
    for name in form_token base original slug; do
        value=$(sed -n "s/.*name=\"$name\" value=\"\([^\"]*\)\".*/\1/p" "$work/form" | head -1)
        fields+=(--data-urlencode "$name=$value")
    done
    curl -s -m 30 -b "$work/jar" -o "$work/body" -w '%{http_code} %{redirect_url}\n' \
        -H "Origin: $site" "${fields[@]}" --data-urlencode "text.body=$1" \
        -d 'action=save&note=&text.title=Penta&text.short=Penta&text.summary=Penta' \
        "$site$path" >"$work/answer"
    grep -q '^303 .*done=save' "$work/answer" || { cp "$work/answer" "$work/log"; false; }
}
saved_count() { # BODY — how many texts with it are kept
    as_owner -c "select count(*) from site.edition_text where value = '$1'"
}

# --------------------------------------------------------------------------------------------------
# Backups

backup_now() {
    told 'docker compose run --rm backup now' && saved=$(tail -1 "$work/said" | tr -d '\r')
}
restore() { # [NAME]
    told 'docker compose run --rm backup restore benelux-….dump' benelux-….dump "${1:-$saved}"
}
