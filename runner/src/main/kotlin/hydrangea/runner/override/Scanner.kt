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

    fun take(wanted: String): Boolean = text.startsWith(wanted, at).also { if (it) at += wanted.length }

    fun takeWhile(wanted: (Char) -> Boolean): String {
        val start = at
        while (!atEnd && wanted(text[at])) at++
        return text.substring(start, at)
    }

    /** What [pattern] matches here, or nothing. */
    fun take(pattern: Regex): String? = pattern.matchAt(text, at)?.value?.also { at += it.length }

    fun next(): Char = text[at++]

    fun since(start: Int) = text.substring(start, at)

    /** The text in quotes: backslashes stand for themselves but before a quote, where each pair is one. */
    fun quoted(): String {
        val start = at
        val quote = next()
        val value = StringBuilder()
        while (!atEnd) {
            val slashes = takeWhile { it == '\\' }.length
            val closing = peek() == quote
            value.append("\\".repeat(if (closing) slashes / 2 else slashes))
            if (closing && slashes % 2 == 0) return value.toString().also { at++ }
            if (!atEnd) value.append(next())
        }
        throw SyntaxError("this quote is not closed", start)
    }

    fun fail(message: String): Nothing = throw SyntaxError(message, at)
}
