# Completion of hydrangea in fish. For this shell, say:   ./hydrangea completion fish | source
# For every shell: the same line in ~/.config/fish/config.fish, with the whole path of hydrangea.

function __hydrangea_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l launcher (string replace -r '^~/' "$HOME/" -- $words[1])
    set -e words[1]
    command -q $launcher; or return
    set -l answer ($launcher __complete $words "$current" 2>/dev/null)
    set -l head (string split \t -- "$answer[1]")
    set -e answer[1]
    for candidate in $answer
        printf '%s\n' $candidate
    end

    set -l begun (string sub --start (math (string length -- "$head[2]") + 1) -- "$current")
    set -l found
    switch "$head[1]"
        case files
            set found (__fish_complete_path "$begun")
        case directories
            set found (__fish_complete_directories "$begun" '')
        case scripts
            set found (__fish_complete_path "$begun" | string match -r '.*(?:/|\.exp\.kts)(?:\t.*)?$')
    end
    for path in $found
        printf '%s\n' "$head[2]$path"
    end
end

complete -c hydrangea -e
complete -c hydrangea -f -k -a '(__hydrangea_complete)'
