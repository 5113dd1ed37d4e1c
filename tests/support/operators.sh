# SPDX-License-Identifier: EUPL-1.2
# For tests that run the commands of the documents for operators, word for word. To be sourced with
# the sources in the working directory; do_told runs a command.

# Joins lines that end in a backslash with the next line.
join_lines() { sed -E ':join; / \\$/ { N; s/ \\\n +/ /; b join }'; }

# The commands of the documents for operators, one a line: those in blocks, and those of Docker in
# sentences.
operators_commands() {
    local documents=(docs/operate.md docs/monitor.md)
    cat "${documents[@]}" | join_lines | sed -nE '/^    [^ ]/ { s/^ +//; s/ {2,}#.*//; p }'
    grep -hoE '`docker (compose )?[a-z]+ [^`]+`' "${documents[@]}" | tr -d '`'
}

# COMMAND [WORD VALUE]… — runs a command of the documents, with a value instead of each WORD that
# stands for one.
told() {
    local command
    command=$(join_lines <<<"$1")
    operators_commands | grep -qxF -- "$command" || {
        echo "the documents for operators do not tell: $command" >&2
        return 1
    }
    shift
    while (($#)); do
        command=${command//"$1"/"$2"}
        shift 2
    done
    do_told "$command"
}

# Prints the commands of the documents that no test runs.
untold_commands() {
    local tests
    tests=$(cat tests/compose/{stack.sh,run,release} tests/install/run | join_lines)
    operators_commands | sort -u | while read -r command; do
        grep -qF -e "told '$command'" -e "told \"$command\"" -e "tells '$command'" <<<"$tests" ||
            echo "# no test runs: $command"
    done
}
