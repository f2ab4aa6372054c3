# What can stand in place of the last of the words "$@" on a command line of hydrangea; the launcher sources this at
# every TAB, so a process more is felt. The answer's first line says what to do with the others:
#
#   words                   a blank goes behind them
#   parts                   none does: the word goes on
#   files, directories, scripts, each with a tab and a prefix
#                           besides, paths of such behind the prefix
#
# Each other line is a candidate, the whole word, and behind a tab what to say about it. The shell that asks chooses
# those that go on as the word does.

# The script that the words are about, in $script: the first one that there is.
find_script() {
    script=
    for word; do
        case $word in "~/"*) word=$HOME/${word#"~/"} ;; esac
        case $word in
            '') continue ;;
            *.exp.kts) script=$word ;;
            *)
                script=$root/experiments/$word.exp.kts
                for record in "$word/run.json" "$word/sweep.json"; do
                    if [ -f "$record" ]; then script_of "$record"; fi
                done
                ;;
        esac
        if [ -f "$script" ]; then return; fi
    done
    return 1
}

# The script that a run or a sweep was made from; its record names it before anything else that has a path.
script_of() {
    while IFS= read -r line; do
        case $line in *'"path": "'*'"'*) break ;; esac
    done <"$1"
    script=${line#*'"path": "'}
    script=${script%%'"'*}
}

# What the script takes, in $schema, and whether one of its sources has changed since, in $stale. The name is that of the
# script, so that a schema is found where nothing newer is known.
find_schema() {
    parent "$script"
    folder=$(CDPATH='' cd -- "$parent/" && pwd -P)
    schema=$root/target/scripts/schemas$folder/${script##*/}
    if [ ! -f "$schema" ]; then
        schema=
        return
    fi
    while IFS= read -r line; do
        case $line in
            'made of '*) if [ "${line#made of }" -nt "$schema" ]; then stale=yes; fi ;;
            *'	'*) break ;;
        esac
    done <"$schema"
}

[ $# -gt 0 ] || set -- ''
schema= stale=
if [ $# -gt 1 ]; then
    subcommand=$1
    shift
    if find_script "$@"; then find_schema; fi
    set -- "$subcommand" "$@"
fi
export root schema stale
LC_ALL=C exec awk -f "$root/completion/complete.awk" -- "$@"
