package hydrangea.runner.doc

/** The texts of the defaults in the signature of a Kotlin function, by parameter. */
internal fun defaults(source: String, function: String): Map<String, String> {
    val start = Regex("""\bfun\s+(?:<[^(]*>\s*)?${Regex.escape(function)}\(""").find(source) ?: return emptyMap()
    return parameters(source, start.range.last + 1)
        .mapNotNull { DEFAULT.matchEntire(it.trim()) }
        .associate { it.groupValues[1] to it.groupValues[2] }
}

private val DEFAULT = Regex("""(\w+)\s*:[^=]*=\s*([\s\S]*)""")

/** The texts between the commas, up to the parenthesis that closes the one before [start]. */
private fun parameters(source: String, start: Int): List<String> = buildList {
    var depth = 0
    var begin = start
    for (at in start until source.length) {
        when (source[at]) {
            '(',
            '[',
            '{',
            '<' -> depth++
            ')',
            ']',
            '}' -> depth--
            '>' -> if (source[at - 1] != '-') depth--
            ',' -> if (depth == 0) add(source.substring(begin, at)).also { begin = at + 1 }
        }
        if (depth < 0) return@buildList Unit.also { add(source.substring(begin, at)) }
    }
}
