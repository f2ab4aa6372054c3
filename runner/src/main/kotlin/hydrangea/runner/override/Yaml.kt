package hydrangea.runner.override

/** A tree of maps, lists and scalars as YAML: a line each, but lists without maps or texts with `=` in one line. */
internal fun yaml(root: Map<String, *>): String = buildString { map(root, "") }

private fun StringBuilder.map(map: Map<*, *>, indent: String) {
    for ((key, value) in map) {
        append(indent).append(scalar(key.toString())).append(':')
        value(value, indent)
    }
}

private fun StringBuilder.value(value: Any?, indent: String) {
    when {
        value is Map<*, *> && value.isNotEmpty() -> append('\n').also { map(value, "$indent  ") }
        value is List<*> && !inline(value) -> append('\n').also { list(value, "$indent  ") }
        else -> append(' ').append(flow(value)).append('\n')
    }
}

private fun StringBuilder.list(list: List<*>, indent: String) {
    for (item in list) {
        if (item is Map<*, *> && item.isNotEmpty()) {
            val lines = buildString { map(item, "$indent  ") }
            append(indent).append("- ").append(lines.removePrefix("$indent  "))
        } else append(indent).append('-').also { value(item, indent) }
    }
}

private fun inline(list: List<*>): Boolean =
    list.none { it is Map<*, *> || it is String && '=' in it || it is List<*> && !inline(it) }

private fun flow(value: Any?): String =
    when (value) {
        null -> "null"
        is List<*> -> value.joinToString(", ", "[", "]", transform = ::flow)
        is Map<*, *> -> "{}"
        is Double -> decimal(value)
        is String -> scalar(value)
        else -> value.toString()
    }

/** Exact, and a float to readers of YAML 1.1 as well, who want a point and a signed exponent. */
private fun decimal(value: Double): String =
    when {
        value.isNaN() -> ".nan"
        value.isInfinite() -> if (value > 0) ".inf" else "-.inf"
        else -> value.toString().replace(Regex("E(?=\\d)"), "e+").replace("E", "e")
    }

private val PLAIN = Regex("""[A-Za-z_/][\w/.+()=~-]*""")
private val TAKEN = setOf("null", "true", "false", "yes", "no", "on", "off", "y", "n")

/** Bare where every reader of YAML takes it as text, else in double quotes. */
private fun scalar(text: String): String = if (PLAIN.matches(text) && text.lowercase() !in TAKEN) text else quoted(text)

private fun quoted(text: String): String =
    text.asIterable().joinToString("", "\"", "\"") { letter ->
        when {
            letter == '"' || letter == '\\' -> "\\$letter"
            letter < ' ' || letter == '\u007f' -> "\\u%04x".format(letter.code)
            else -> letter.toString()
        }
    }
