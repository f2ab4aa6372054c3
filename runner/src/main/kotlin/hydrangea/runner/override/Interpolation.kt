package hydrangea.runner.override

/** Where the interpolation that begins at [start] ends, with the braces inside it; null if none begins there. */
internal fun interpolationEnd(text: String, start: Int): Int? {
    if (!text.startsWith("\${", start) || text.startsWith("}", start + 2)) return null
    var depth = 0
    for (i in start + 1 until text.length) {
        if (text[i] == '{') depth++
        if (text[i] == '}' && --depth == 0) return i + 1
    }
    return null
}
