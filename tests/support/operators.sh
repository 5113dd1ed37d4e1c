# For tests that do what README.md tells operators, word for word. To be sourced, with README.md in the working directory; do_told runs a command.

# The commands of the section for operators, one a line: those of its blocks, and those of Docker in its sentences.
operators_commands() {
    local section
    section=$(sed -n '/^## For operators/,/^## Performance/p' README.md)
    grep -E '^    [^ ]' <<<"$section" | sed -E 's/^ +//; s/ {2,}#.*//'
    grep -oE '`docker (compose )?[a-z]+ [^`]+`' <<<"$section" | tr -d '`'
}

# COMMAND [WORD VALUE]… — runs a command of README.md, with a value in the place of each word that stands for one.
told() {
    local command=$1
    operators_commands | grep -qxF -- "$command" || { echo "README.md does not tell: $command" >&2; return 1; }
    shift
    while (($#)); do
        command=${command//"$1"/"$2"}
        shift 2
    done
    do_told "$command"
}

# Says which commands of README.md no test runs.
untold_commands() {
    operators_commands | sort -u | while read -r command; do
        grep -qhF -- "told '$command'" tests/compose/run tests/install/run || echo "# no test runs: $command"
    done
}
