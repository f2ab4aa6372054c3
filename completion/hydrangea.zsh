# Completion of hydrangea in zsh. For this shell, say:   source <(./hydrangea completion zsh)
# For every shell: the same line in ~/.zshrc, behind compinit if that is there, with the whole path of hydrangea.

_hydrangea() {
    local launcher=${~words[1]} head how before line candidate description
    local -a answer candidates

    answer=("${(@f)$("$launcher" __complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    head=${answer[1]-}
    how=${head%%$'\t'*}
    before=${${head#$how}#$'\t'}

    # A colon divides a candidate from its description.
    for line in "${(@)answer[2,-1]}"; do
        candidate=${line%%$'\t'*}
        description=${${line#"$candidate"}#$'\t'}
        candidates+=("${candidate//:/\\:}${description:+:$description}")
    done

    local found=1
    if (( $#candidates )); then
        if [[ $how == parts ]]; then
            _describe -t hydrangea hydrangea candidates -S '' && found=0
        else
            _describe -t hydrangea hydrangea candidates && found=0
        fi
    fi
    [[ -z $before ]] || compset -P "${(b)before}"
    case $how in
        files) _files && found=0 ;;
        scripts) _files -g '*.exp.kts' && found=0 ;;
        directories) _files -/ && found=0 ;;
    esac
    return found
}

(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _hydrangea hydrangea
