package hydrangea.runner.override

/** What is wrong with an override as text, at a position in it. */
internal class SyntaxError(override val message: String, val position: Int) : Exception()

/** A text read from the left, letter by letter. */
internal class Scanner(val text: String) {
    var at = 0
        private set

    val atEnd
        get() = at >= text.length

    fun peek(): Char? = text.getOrNull(at)

    fun take(wanted: Char): Boolean = (peek() == wanted).also { if (it) at++ }

    fun takeWhile(wanted: (Char) -> Boolean): String {
        val start = at
        while (!atEnd && wanted(text[at])) at++
        return text.substring(start, at)
    }

    fun take(pattern: Regex): MatchResult? = pattern.matchAt(text, at)?.also { at = it.range.last + 1 }

    fun blanks() = takeWhile(Char::isWhitespace)

    fun since(start: Int) = text.substring(start, at)

    /** Backslashes stand for themselves but before the quote, where each pair is one and an odd one escapes it. */
    fun quoted(): Value.Text {
        val start = at
        val quote = text[at++]
        val value = StringBuilder()
        while (!atEnd) {
            val slashes = takeWhile { it == '\\' }.length
            val closing = peek() == quote
            value.append("\\".repeat(if (closing) slashes / 2 else slashes))
            if (closing && slashes % 2 == 0) {
                at++
                return Value.Text(since(start), value.toString(), quoted = true)
            }
            if (!atEnd) value.append(text[at++])
        }
        throw SyntaxError("this quote is not closed", start)
    }

    /** Text up to one of [end]; a backslash before one of [escapable] makes it a letter like any other. */
    fun escaped(end: String, escapable: String): String {
        val word = StringBuilder()
        while (!atEnd && text[at] !in end) {
            if (text[at] == '\\' && at + 1 < text.length && text[at + 1] in escapable) at++
            word.append(text[at++])
        }
        return word.toString()
    }

    fun fail(message: String): Nothing = throw SyntaxError(message, at)
}
