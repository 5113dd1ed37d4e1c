# SPDX-License-Identifier: EUPL-1.2
# For trials in shell, which print their checks as TAP. To be sourced, with the sources as working
# directory; "end_trial" is the last line. SITE is the address of a site that runs, STATE the folder
# that tools/run keeps.
count=0 failed=0
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT

# After a failed check: the output of the command, and these files of "work" if they exist.
shown=(said log)
check() { # NAME COMMAND… — ok when the command is true
    local title=$1 file
    shift
    count=$((count + 1))
    if "$@" >"$work/why" 2>&1; then
        echo "ok $count - $title"
        return
    fi
    echo "not ok $count - $title"
    failed=$((failed + 1))
    for file in why "${shown[@]}"; do
        [[ ! -e $work/$file ]] || tail -40 "$work/$file" | sed 's/^/# /'
    done
    return 1
}
end_trial() {
    echo "1..$count"
    exit $((failed > 0))
}

not() { ! "$@"; } # COMMAND…
equal() { # VALUE COMMAND… — which prints it
    local got
    got=$("${@:2}")
    [[ $got == "$1" ]] || { echo "$got, and not $1"; return 1; }
}
# COMMAND… — tries ten times a second. The limit promises nothing, since a machine may be busy: it
# ends a test of what never comes.
until_true() {
    local end=$((SECONDS + 600))
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.1
    done
}
ended() { ! kill -0 "$1" 2>/dev/null; } # PROCESS
repeated() { printf "$1%.0s" $(seq "$2"); } # CHARACTER TIMES

# --------------------------------------------------------------------------------------------------
# The site that runs

is_status() { # STATUS PATH|URL [curl's further arguments] — what comes is in "body"
    local got url=$2
    [[ $url != /* ]] || url=$SITE$url
    got=$(curl -s -m 15 -o "$work/body" -w '%{http_code}' "${@:3}" "$url")
    [[ $got == "$1" ]] || { echo "$url: $got"; return 1; }
}
says() { grep -qF -- "$1" "$work/body"; } # WORDS — what came last
form_token() { sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p'; }

as() { # ROLE ARGUMENT… — of psql, in the database of the site where no other is named
    local user=benelux_$1
    [[ $1 != superuser ]] || user=postgres
    PGPASSFILE=$STATE/secrets/$1 psql -X -q -At -h "$STATE/socket" -U "$user" -d benelux \
        -v ON_ERROR_STOP=1 "${@:2}"
}
program_as() { # ROLE DATABASE ARGUMENT… — of the site's program
    PGPASSFILE=$STATE/secrets/$1 \
        BENELUX_DATABASE="host=$STATE/socket dbname=$2 user=benelux_$1 connect_timeout=60" \
        "$STATE/program/benelux-plus" "${@:3}"
}

parent_of() { pgrep -o -f "$STATE/program/benelux-plus serve$1\$"; } # "", or " desk"
children() { pgrep -P "$(parent_of '')"; }
postmaster() { head -1 "$STATE/data/postmaster.pid"; }
stop_database() { # hangs: it takes connections and never answers
    stopped=$(postmaster; pgrep -P "$(postmaster)")
    kill -STOP $stopped
}
resume_database() { kill -CONT $stopped; }
