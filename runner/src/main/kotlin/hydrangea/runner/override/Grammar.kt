package hydrangea.runner.override

/** What is wrong with an override as text, at a position in it. */
internal class SyntaxError(override val message: String, val position: Int) : Exception()

/** The override that [text] says; a [SyntaxError] where it says none. */
internal fun parseOverride(text: String, origin: Origin, line: Int? = null): Override {
    val grammar = Grammar(text)
    val prefix = text.takeWhile { it in "+~" }
    grammar.skip(prefix.length)
    val key = grammar.key()
    refusePrefix(prefix, key, text)
    return Override(key, grammar.valueAfterEquals(key), origin, line)
}

/** The value that [text] says, for the places that hold a value only, as files do. */
internal fun parseValue(text: String): Value = Grammar(text).onlyValue()

private fun refusePrefix(prefix: String, key: Key, text: String) {
    val value = text.substringAfter('=', "VALUE")
    when (prefix) {
        "" -> return
        "+",
        "++" -> throw SyntaxError("nothing can be added, every component exists already: write $key=$value", 0)
        "~" -> throw SyntaxError("nothing can be removed, every component needs a value: write $key=VALUE", 0)
        else -> throw SyntaxError("expected a key, such as updates=1000", 0)
    }
}

/**
 * The grammar of overrides, a part of Hydra's, by recursive descent:
 * ```
 * override = key "=" [value]
 * key      = segment {"." segment}                  segment: a name, an index, or any text in quotes
 * value    = list | quoted | call | bare
 * list     = "[" [value {"," value}] "]"
 * call     = name "(" [argument {"," argument}] ")"  argument = [name "="] value
 * ```
 *
 * A backslash in bare text escapes a special character; in quotes, only a quote.
 */
private class Grammar(private val text: String) {
    private var at = 0

    fun skip(count: Int) {
        at += count
    }

    fun key(): Key {
        val segments = mutableListOf(segment())
        while (take('.')) segments += segment()
        if (at < text.length && text[at] != '=') fail("a key is made of names and indices with dots between")
        return Key(segments)
    }

    private fun segment(): String {
        if (peek() == '\'' || peek() == '"') return quoted().value
        val start = at
        while (at < text.length && text[at] !in KEY_END && !text[at].isWhitespace()) at++
        if (start == at) fail("expected a key, such as updates=1000")
        return text.substring(start, at)
    }

    fun valueAfterEquals(key: Key): Value {
        if (!take('=')) fail("no value: write $key=VALUE")
        val start = at
        blanks()
        val value = element()
        blanks()
        if (peek() == ',') refuseComma(key, text.substring(start).trim())
        if (at < text.length) fail("expected the end of the value; put text with special characters in quotes")
        return value
    }

    fun onlyValue(): Value {
        blanks()
        val value = element()
        blanks()
        if (at < text.length) fail("expected the end of the value")
        return value
    }

    private fun refuseComma(key: Key, values: String): Nothing =
        fail(
            "a comma means one of three things: a list, $key=[$values]; a text, \"$key='$values'\"; " +
                "or a sweep, which needs -m and does not exist yet"
        )

    private fun element(): Value =
        when (peek()) {
            '\'',
            '"' -> quoted()
            '[' -> list()
            '{' -> fail("no dictionaries: write one key=value for each component")
            '$' -> if (text.startsWith("\${", at)) fail("interpolation does not exist yet") else bare()
            else -> bare()
        }

    private fun list(): Value {
        val start = at
        val items = separated('[', ']') { element() }
        return Value.Sequence(text.substring(start, at), items)
    }

    private fun <T> separated(open: Char, close: Char, item: () -> T): List<T> {
        expect(open)
        val items = mutableListOf<T>()
        blanks()
        if (take(close)) return items
        do {
            blanks()
            if (peek() == ',' || peek() == close) fail("expected a value")
            items += item()
            blanks()
        } while (take(','))
        if (!take(close)) fail("expected , or $close")
        return items
    }

    private fun bare(): Value {
        val start = at
        val word = StringBuilder()
        while (at < text.length && text[at] !in VALUE_END) {
            if (text[at] == '\\' && at + 1 < text.length && text[at + 1] in ESCAPABLE) at++
            word.append(text[at++])
        }
        val written = text.substring(start, at).trimEnd()
        if (peek() == '(') return call(start, written)
        if (written.isEmpty() && at < text.length) fail("expected a value")
        return bareValue(written, word.toString().trimEnd())
    }

    private fun call(start: Int, name: String): Value {
        if (!NAME.matches(name)) fail("expected a name before (; put text with special characters in quotes")
        val arguments = separated('(', ')', ::argument)
        val late = arguments.dropWhile { it.name == null }.firstOrNull { it.name == null }
        if (late != null) fail("${late.value.text} stands after a named argument: name it too")
        val twice = arguments.mapNotNull { it.name }.groupBy { it }.values.firstOrNull { it.size > 1 }
        if (twice != null) fail("${twice.first()} is given twice")
        return Value.Call(text.substring(start, at), name, arguments)
    }

    private fun argument(): Argument {
        val name = ARGUMENT.matchAt(text, at) ?: return Argument(null, element())
        at = name.range.last + 1
        blanks()
        return Argument(name.groupValues[1], element())
    }

    /** Backslashes stand for themselves but before the quote, where each pair is one and an odd one escapes it. */
    private fun quoted(): Value.Text {
        val start = at
        val quote = text[at++]
        val value = StringBuilder()
        while (at < text.length) {
            val slashes = text.substring(at).takeWhile { it == '\\' }.length
            val closing = text.getOrNull(at + slashes) == quote
            value.append("\\".repeat(if (closing) slashes / 2 else slashes))
            at += slashes
            if (closing && slashes % 2 == 0) {
                at++
                return Value.Text(text.substring(start, at), value.toString(), quoted = true)
            }
            if (at < text.length) value.append(text[at++])
        }
        at = start
        fail("this quote is not closed")
    }

    private fun peek(): Char? = text.getOrNull(at)

    private fun take(wanted: Char): Boolean = (peek() == wanted).also { if (it) at++ }

    private fun expect(wanted: Char) {
        if (!take(wanted)) fail("expected $wanted")
    }

    private fun blanks() {
        while (peek()?.isWhitespace() == true) at++
    }

    private fun fail(message: String): Nothing = throw SyntaxError(message, at)

    private companion object {
        const val KEY_END = ".=,()[]{}'\""
        const val VALUE_END = ",()[]{}'\"="
        const val ESCAPABLE = "\\,()[]{}=:'\" \t"
        val NAME = Regex("""[A-Za-z_]\w*""")
        val ARGUMENT = Regex("""([A-Za-z_]\w*)\s*=""")
    }
}
