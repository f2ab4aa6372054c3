package hydrangea.runner.override

/** The value that [text] says, for the places that hold a value only, as files do: a comma is no sweep there. */
internal fun parseValue(text: String): Value = Grammar(Scanner(text)).onlyElement()

/**
 * Hydra's grammar of values, by recursive descent over its tokens:
 * ```
 * value      = element {"," element}                  more than one: a choice
 * element    = list | dictionary | call | quoted | plain
 * list       = "[" [element {"," element}] "]"
 * dictionary = "{" [key ":" element {"," key ":" element}] "}"
 * call       = name "(" [[name "="] element {"," [name "="] element}] ")"
 * ```
 *
 * Plain is a number, a truth, null, or else the text of all tokens up to the next bracket, comma or equals sign.
 * Hydra's own functions are evaluated here; any other call is one to the catalogue.
 */
internal class Grammar(private val scan: Scanner) {
    private val tokens = scan.tokens()
    private var at = 0
    private val here
        get() = tokens[at]

    /** The value up to the end of the text. */
    fun value(): Value {
        if (here.kind == TokenKind.END) return Value.Text("", "", quoted = false)
        val start = here
        val items = mutableListOf(element())
        while (take(TokenKind.COMMA)) items += element()
        end()
        return if (items.size == 1) items.single() else Sweep.Choice(since(start), items.onEach { within(it, start) })
    }

    fun onlyElement(): Value =
        if (here.kind == TokenKind.END) Value.Text("", "", quoted = false) else element().also { end() }

    private fun end() {
        val wrong =
            when {
                here.kind == TokenKind.END -> return
                here.kind == TokenKind.OPEN_CALL -> "expected a name before (; $SPECIAL"
                here.kind == TokenKind.BLANKS && tokens[at + 1].kind == TokenKind.END -> "remove the blank at the end"
                here.kind == TokenKind.OPEN_DICTIONARY && scan.text[here.start - 1] == '$' -> INTERPOLATION
                else -> "expected the end of the value; $SPECIAL"
            }
        fail(wrong)
    }

    private fun element(): Value =
        when (here.kind) {
            TokenKind.OPEN_LIST -> list()
            TokenKind.OPEN_DICTIONARY -> dictionary()
            TokenKind.QUOTED -> quoted()
            TokenKind.WORD if tokens[at + 1].kind == TokenKind.OPEN_CALL -> call()
            else -> plain(TokenKind.OF_TEXTS)
        }

    private fun list(): Value {
        val start = here
        val items = separated(TokenKind.CLOSE_LIST, "]") { whole(::element) }
        return Value.Sequence(since(start), items)
    }

    private fun dictionary(): Value {
        val start = here
        val entries = separated(TokenKind.CLOSE_DICTIONARY, "}", ::entry)
        val twice = entries.groupBy { it.first.text }.values.firstOrNull { it.size > 1 }
        if (twice != null) fail("${twice.first().first.text} is given twice", start)
        return Value.Dictionary(since(start), entries)
    }

    private fun entry(): Pair<Value, Value> {
        if (here.kind == TokenKind.QUOTED) fail("a key in braces stands without quotes")
        val key = plain(TokenKind.OF_KEYS)
        if (!take(TokenKind.COLON)) fail("expected : and a value, as in {${key.text}: VALUE}")
        return key to whole(::element)
    }

    private fun call(): Value {
        val start = here
        val name = next().text
        val arguments = separated(TokenKind.CLOSE_CALL, ")", ::argument)
        val late = arguments.dropWhile { it.name == null }.firstOrNull { it.name == null }
        if (late != null) fail("${late.value.text} stands after a named argument: name it too", start)
        val twice = arguments.mapNotNull { it.name }.groupBy { it }.values.firstOrNull { it.size > 1 }
        if (twice != null) fail("${twice.first()} is given twice", start)
        val call = Value.Call(since(start), name, arguments)
        return try {
            evaluated(call) ?: call.also { arguments.forEach { within(it.value, start) } }
        } catch (e: Refusal) {
            fail(e.message, start)
        }
    }

    private fun argument(): Argument {
        val named = here.kind == TokenKind.WORD && tokens[at + 1].kind == TokenKind.EQUALS
        val name = if (named) next().text.also { next() } else null
        return Argument(name, element())
    }

    private fun quoted(): Value = next().let { Value.Text(it.text, it.meaning, quoted = true) }

    private fun plain(kinds: Set<TokenKind>): Value {
        val start = at
        while (here.kind in kinds) next()
        val all = tokens.subList(start, at)
        val words = all.dropWhile { it.kind == TokenKind.BLANKS }.dropLastWhile { it.kind == TokenKind.BLANKS }
        if (words.isEmpty()) fail(if (here.kind == TokenKind.OPEN_CALL) BRACKETS else "expected a value")
        val written = scan.text.substring(words.first().start, words.last().end)
        return words.singleOrNull()?.let { it.scalar() }
            ?: Value.Text(written, words.joinToString("") { it.meaning }, quoted = false)
    }

    private fun <T> separated(close: TokenKind, sign: String, item: () -> T): List<T> {
        next()
        if (take(close)) return emptyList()
        val items = mutableListOf(item())
        while (take(TokenKind.COMMA)) items += item()
        if (!take(close)) fail("expected , or $sign")
        return items
    }

    private fun whole(element: () -> Value): Value {
        val start = here
        return element().also { within(it, start) }
    }

    private fun within(value: Value, start: Token) {
        if (value is Sweep) fail("a sweep can only be the whole value of a key, not a part of one", start)
    }

    private fun next(): Token = tokens[at++]

    private fun take(kind: TokenKind): Boolean = (here.kind == kind).also { if (it) at++ }

    private fun since(start: Token) = scan.text.substring(start.start, tokens[at - 1].end).trimEnd()

    private fun fail(message: String, at: Token = here): Nothing =
        throw SyntaxError(if (at.kind == TokenKind.WRONG) at.meaning else message, at.start)

    private companion object {
        const val BRACKETS = "expected a value; a list has brackets, [a, b]"
        const val INTERPOLATION = "an interpolation holds a key and ends with a brace, as in \${a.b}"
        const val SPECIAL = "put text with special characters in quotes"
    }
}
