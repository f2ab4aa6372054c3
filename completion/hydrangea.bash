# Completion of hydrangea in bash. For this shell, say:   eval "$(./hydrangea completion bash)"
# For every shell: the same line in ~/.bashrc, with the whole path of hydrangea.

_hydrangea() {
    local launcher=${1/#\~\//$HOME/} words=() word open= current kept how before candidate path

    # Readline makes words of their own of = and : and @: here they are put together again.
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ ${#words[@]} -gt 0 && (-n $open || $word =~ ^[=:]+$) ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        if [[ $word =~ ^[=:@]+$ ]]; then open=yes word=; else open=; fi
    done
    current=${words[${#words[@]} - 1]}
    kept=${current%"$word"} # stays on the line: only what is behind it is replaced

    COMPREPLY=()
    {
        IFS=$'\t' read -r how before
        while IFS=$'\t' read -r candidate _; do _hydrangea_offer "$candidate"; done
    } < <("$launcher" __complete "${words[@]}" 2>/dev/null)

    local paths=()
    case $how in
        parts) compopt -o nospace 2>/dev/null ;;
        files) paths=(-f) ;;
        scripts) paths=(-f -X '!*.exp.kts' -o plusdirs) ;;
        directories) paths=(-d) ;;
    esac
    if [ ${#paths[@]} -gt 0 ]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do _hydrangea_offer "$before$path"; done \
            < <(compgen "${paths[@]}" -- "${current#"$before"}")
    fi
}

# A candidate that goes on as the line does, without what stays; quoted where the shell would read it otherwise.
_hydrangea_offer() {
    [[ $1 == "$current"* ]] || return 0
    local reply=${1#"$kept"}
    if [[ -z ${paths[*]-} && $reply == *[^[:alnum:]_./=,:@%+-]* ]]; then printf -v reply %q "$reply"; fi
    COMPREPLY+=("$reply")
}

complete -F _hydrangea hydrangea
