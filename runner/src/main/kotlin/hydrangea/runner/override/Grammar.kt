package hydrangea.runner.override

/** The override that [text] says; a [SyntaxError] where it says none. */
internal fun parseOverride(text: String, origin: Origin, line: Int? = null): Override {
    val grammar = Grammar(Scanner(text))
    val prefix = grammar.prefix()
    val key = grammar.key()
    refusePrefix(prefix, key, text)
    return Override(key, grammar.valueAfterEquals(key), origin, line)
}

/** The value that [text] says, for the places that hold a value only, as files do. */
internal fun parseValue(text: String): Value = Grammar(Scanner(text)).onlyValue()

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
private class Grammar(private val scan: Scanner) {
    fun prefix(): String = scan.takeWhile { it in "+~" }

    fun key(): Key {
        val segments = mutableListOf(segment())
        while (scan.take('.')) segments += segment()
        if (!scan.atEnd && scan.peek() != '=') scan.fail("a key is made of names and indices with dots between")
        return Key(segments)
    }

    private fun segment(): String {
        if (scan.peek() == '\'' || scan.peek() == '"') return scan.quoted().value
        val segment = scan.takeWhile { it !in KEY_END && !it.isWhitespace() }
        return segment.ifEmpty { scan.fail("expected a key, such as updates=1000") }
    }

    fun valueAfterEquals(key: Key): Value {
        if (!scan.take('=')) scan.fail("no value: write $key=VALUE")
        val start = scan.at
        return valueToEnd { refuseComma(key, scan.text.substring(start).trim()) }
    }

    fun onlyValue(): Value = valueToEnd { scan.fail("expected the end of the value") }

    private fun valueToEnd(comma: () -> Nothing): Value {
        scan.blanks()
        val value = element()
        scan.blanks()
        if (scan.peek() == ',') comma()
        if (!scan.atEnd) scan.fail("expected the end of the value; put text with special characters in quotes")
        return value
    }

    private fun refuseComma(key: Key, values: String): Nothing =
        scan.fail(
            "a comma means one of three things: a list, $key=[$values]; a text, \"$key='$values'\"; " +
                "or a sweep, which needs -m and does not exist yet"
        )

    private fun element(): Value =
        when (scan.peek()) {
            '\'',
            '"' -> scan.quoted()
            '[' -> list()
            '{' -> scan.fail("no dictionaries: write one key=value for each component")
            '$' -> if (scan.take(INTERPOLATION) != null) scan.fail("interpolation does not exist yet") else bare()
            else -> bare()
        }

    private fun list(): Value {
        val start = scan.at
        val items = separated('[', ']', ::element)
        return Value.Sequence(scan.since(start), items)
    }

    private fun <T> separated(open: Char, close: Char, item: () -> T): List<T> {
        check(scan.take(open))
        val items = mutableListOf<T>()
        scan.blanks()
        if (scan.take(close)) return items
        do {
            scan.blanks()
            if (scan.peek() == ',' || scan.peek() == close) scan.fail("expected a value")
            items += item()
            scan.blanks()
        } while (scan.take(','))
        if (!scan.take(close)) scan.fail("expected , or $close")
        return items
    }

    private fun bare(): Value {
        val start = scan.at
        val word = scan.escaped(VALUE_END, ESCAPABLE).trimEnd()
        val written = scan.since(start).trimEnd()
        if (scan.peek() == '(') return call(start, written)
        if (written.isEmpty() && !scan.atEnd) scan.fail("expected a value")
        return bareValue(written, word)
    }

    private fun call(start: Int, name: String): Value {
        if (!NAME.matches(name)) scan.fail("expected a name before (; put text with special characters in quotes")
        val arguments = separated('(', ')', ::argument)
        val late = arguments.dropWhile { it.name == null }.firstOrNull { it.name == null }
        if (late != null) scan.fail("${late.value.text} stands after a named argument: name it too")
        val twice = arguments.mapNotNull { it.name }.groupBy { it }.values.firstOrNull { it.size > 1 }
        if (twice != null) scan.fail("${twice.first()} is given twice")
        return Value.Call(scan.since(start), name, arguments)
    }

    private fun argument(): Argument {
        val name = scan.take(ARGUMENT)?.groupValues?.get(1)
        scan.blanks()
        return Argument(name, element())
    }

    private companion object {
        const val KEY_END = ".=,()[]{}'\""
        const val VALUE_END = ",()[]{}'\"="
        const val ESCAPABLE = "\\,()[]{}=:'\" \t"
        val NAME = Regex("""[A-Za-z_]\w*""")
        val ARGUMENT = Regex("""([A-Za-z_]\w*)\s*=""")
        val INTERPOLATION = Regex("""\$\{""")
    }
}
