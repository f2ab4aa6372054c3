# From the words of a command line to what can stand in place of the last; complete.sh says what the answer means.
#
# $root/target/completion/commands   command, what, names, values, help: the command tree
# $root/target/completion/catalogue  part, key, type, value, candidates, doc: what each entry is made of
# $schema                            the same of a script (whose part is empty), and of the options of its choices

BEGIN {
    how = "words"
    current = ARGV[ARGC - 1]
    catalogue = ENVIRON["root"] "/target/completion/catalogue"
    schema = ENVIRON["schema"]
    stale = ENVIRON["stale"] != ""
    read_commands(ENVIRON["root"] "/target/completion/commands")
    read_words()
    find_candidates()
    print how prefix
    for (i = 1; i <= offers; i++) print offered[i]
}

function offer(candidate, about) {
    if (!(candidate in once)) offered[++offers] = candidate "\t" about
    once[candidate]
}

# index() does not agree with itself, from one awk to another, on where nothing is.
function begins(text, beginning) {
    return substr(text, 1, length(beginning)) == beginning
}

function paths(kind, behind) {
    how = kind
    prefix = "\t" behind
}

# --- the command tree ---

function read_commands(file,    line, field, name, n, i) {
    while ((getline line < file) > 0) {
        split(line, field, "\t")
        if (field[2] == "command" && field[1] != "") {
            commands[++command_count] = field[1]
            abouts[field[1]] = field[5]
        }
        if (field[2] == "argument") arguments[field[1], ++count[field[1]]] = field[4]
        if (field[2] == "arguments") arguments[field[1], "more"] = field[4]
        if (field[2] != "flag") continue
        n = split(field[3], name, "|")
        for (i = 1; i <= n; i++) {
            flags[field[1], ++flag_count[field[1]]] = name[i]
            abouts[field[1], name[i]] = field[5]
            values[field[1], name[i]] = field[4]
            sweeps[field[1], name[i]] = index("|" field[3] "|", "|-m|") > 0
        }
    }
}

# What is settled before the last word: the command, how many arguments it has, the values of a flag that waits for one,
# whether this is a sweep.
function read_words(    i, word) {
    for (i = 1; i < ARGC - 1; i++) {
        word = ARGV[i]
        if (awaited != "") awaited = ""
        else if (word ~ /^-./) {
            awaited = values[command, word]
            if (sweeps[command, word]) sweep = 1
        } else if (command == "") command = word
        else given++
    }
}

function find_candidates(    flag, name, i) {
    flag = current
    if (awaited != "") offer_values(awaited, "")
    else if (sub(/=.*/, "", flag) && current ~ /^--/) offer_values(values[command, flag], flag "=")
    else if (current ~ /^-/) {
        for (i = 1; i <= flag_count[command]; i++) {
            name = flags[command, i]
            offer(name, abouts[command, name])
        }
    } else if (command == "") {
        for (i = 1; i <= command_count; i++) offer(commands[i], abouts[commands[i]])
    } else if ((command, given + 1) in arguments) offer_values(arguments[command, given + 1], "")
    else offer_values(arguments[command, "more"], "")
}

# The values of a kind, or those of a list, behind what stays.
function offer_values(kind, before,    n, i, value) {
    if (kind == ":file") paths("files", before)
    else if (kind == ":directory") paths("directories", before)
    else if (kind == ":script") offer_places("scripts", before, "cd \"$root/experiments\" && find . -name '*.exp.kts'")
    else if (kind == ":run")
        offer_places("directories", before, "find runs -maxdepth 4 '(' -name run.json -o -name sweep.json ')'")
    else if (kind == ":override" || kind == ":group") offer_override(kind)
    else if (kind !~ /^:/) {
        n = split(kind, value, "|")
        for (i = 1; i <= n; i++) offer(before value[i], "")
    }
}

# The names that a command of the shell finds; where none goes on as the word does, paths as well.
function offer_places(kind, before, finder,    name, fits) {
    finder = finder " 2>/dev/null"
    while ((finder | getline name) > 0) {
        sub(/^\.\//, "", name)
        sub(/\.exp\.kts$|\/(run|sweep)\.json$/, "", name)
        offer(before name, "")
        if (begins(before name, current)) fits = 1
    }
    if (!fits) paths(kind, before)
}

# --- keys and their values ---

function offer_override(kind,    equals) {
    equals = index(current, "=")
    if (current ~ /^@/) paths("files", "@")
    else if (equals) offer_values_of(substr(current, 1, equals - 1), substr(current, equals + 1))
    else offer_keys(kind)
}

# One level at a time: a component's own components are behind its dot.
function offer_keys(kind,    level, i, rest, dot, group) {
    level = current
    sub(/[^.]*$/, "", level)
    find_rows(level)
    how = "parts"
    for (i = 1; i <= rows; i++) {
        if (!begins(key[i], level)) continue
        rest = substr(key[i], length(level) + 1)
        dot = index(rest, ".")
        group = level substr(rest, 1, dot - 1)
        if (dot && kind == ":group") offer(group, "")
        if (dot) offer(group ".", group in number && !stale ? "of " now[number[group]] : "")
        else if (rest != "") offer(key[i] "=", told(i))
    }
}

function offer_values_of(of, typed,    i, n, j, value, before, is_now) {
    find_rows(of)
    if (!(of in number) || typed ~ /[[({"']/) return
    i = number[of]
    before = of "="
    if (sweep) {
        how = "parts"
        if (match(typed, /.*,/)) before = before substr(typed, 1, RLENGTH)
    }
    read_meanings(type[i])
    n = split(candidates[i], value, "|")
    for (j = 1; j <= n; j++) {
        is_now = value[j] == now[i] && !stale
        offer(before value[j], (is_now ? "now" : "") (is_now && meaning[value[j]] != "" ? ". " : "") meaning[value[j]])
    }
    value[1] = now[i]
    gsub(/, /, ",", value[1])
    if (!n && !stale && value[1] ~ /^[^ "']+$/) offer(before value[1], told(i))
}

function told(i,    text) {
    text = type[i]
    if (stale) text = text " (before the script changed)"
    else if (now[i] != "") text = text ", " now[i]
    return doc[i] == "" ? text : text ". " doc[i]
}

# The rows around a key: those of the part that another word has put there, else the script's own.
function find_rows(of,    i, word, equals, place, part) {
    for (i = 1; i < ARGC - 1; i++) {
        word = ARGV[i]
        equals = index(word, "=")
        place = substr(word, 1, equals - 1) "."
        if (!equals || !begins(of, place) || length(place) < length(base)) continue
        base = place
        part = substr(word, equals + 1)
    }
    gsub(/["']/, "", part)
    sub(/\(.*/, "", part)
    if (part != "") read_rows(schema, part)
    if (part != "" && !rows) read_rows(catalogue, part)
    if (!rows) {
        base = ""
        read_rows(schema, "")
    }
}

function read_rows(file, part,    line, field) {
    while (file != "" && (getline line < file) > 0) {
        if (split(line, field, "\t") < 6 || field[1] != part) continue
        key[++rows] = base field[2]
        number[key[rows]] = rows
        type[rows] = field[3]
        now[rows] = field[4]
        candidates[rows] = field[5]
        doc[rows] = field[6]
    }
    close(file)
}

# What the entries of a kind are, or all where options stand for the kind: a row without a key is about the part itself.
function read_meanings(kind,    line, field) {
    while ((getline line < catalogue) > 0) {
        if (split(line, field, "\t") < 6 || field[2] != "") continue
        if (field[3] == kind || kind ~ /^one of /) meaning[field[1]] = field[6]
    }
    close(catalogue)
}
