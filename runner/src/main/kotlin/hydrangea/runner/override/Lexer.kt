package hydrangea.runner.override

/** The rest of the text as tokens, up to the end or to the first letter that begins none. */
internal fun Scanner.tokens(): List<Token> = buildList {
    do {
        val token = token()
        add(token)
    } while (token.kind != TokenKind.END && token.kind != TokenKind.WRONG)
}

private fun Scanner.token(): Token {
    val start = at
    takeWhile(::isBlank)
    PUNCTUATION[peek()]?.let { kind ->
        next()
        if (kind !in CLOSING) takeWhile(::isBlank)
        return Token(kind, start, since(start))
    }
    return when {
        at > start -> Token(TokenKind.BLANKS, start, since(start))
        atEnd -> Token(TokenKind.END, start, "")
        else -> OPENING[peek()]?.let { opened(it) } ?: plain()
    }
}

private fun Scanner.opened(kind: TokenKind): Token {
    val start = at
    next()
    takeWhile(::isBlank)
    return Token(kind, start, since(start))
}

private fun Scanner.plain(): Token {
    val start = at
    return when (val letter = text[at]) {
        '\'',
        '"' -> quotation()
        '$' -> interpolation()
        '\\' -> take(ESCAPES)?.let { Token(TokenKind.ESCAPES, start, it, unescaped(it)) } ?: letter()
        in '0'..'9',
        '+',
        '-',
        '.' -> number() ?: letter()
        '_',
        in 'a'..'z',
        in 'A'..'Z' -> word(checkNotNull(take(WORD)), start)
        in LETTERS -> letter()
        else -> Token(TokenKind.WRONG, start, "", "$letter can only stand in quotes")
    }
}

private fun Scanner.quotation(): Token {
    val start = at
    return try {
        val value = quoted()
        Token(TokenKind.QUOTED, start, since(start), value)
    } catch (e: SyntaxError) {
        Token(TokenKind.WRONG, start, "", e.message)
    }
}

/** Beyond Hydra's lexer, which ends at the first brace: with all the braces inside. */
private fun Scanner.interpolation(): Token {
    val end = interpolationEnd(text, at) ?: return letter()
    val start = at
    while (at < end) next()
    return Token(TokenKind.INTERPOLATION, start, since(start))
}

private fun Scanner.number(): Token? {
    val start = at
    val real = REAL.matchAt(text, at)?.value.orEmpty()
    val whole = WHOLE.matchAt(text, at)?.value.orEmpty()
    if (real.isEmpty() && whole.isEmpty()) return null
    val isReal = real.length >= whole.length
    repeat(maxOf(real.length, whole.length)) { next() }
    return Token(if (isReal) TokenKind.REAL else TokenKind.WHOLE, start, since(start))
}

private fun Scanner.letter() = Token(TokenKind.LETTER, at, next().toString())

private fun word(text: String, start: Int): Token =
    when (text.lowercase()) {
        "inf",
        "nan" -> Token(TokenKind.REAL, start, text)
        "true",
        "false" -> Token(TokenKind.TRUTH, start, text)
        "null" -> Token(TokenKind.NULL, start, text)
        else -> Token(TokenKind.WORD, start, text)
    }

/** Each pair is a backslash and what it escapes. */
private fun unescaped(pairs: String) = pairs.filterIndexed { i, _ -> i % 2 == 1 }

private fun isBlank(letter: Char) = letter == ' ' || letter == '\t'

/** Tokens with the blanks before them. */
private val PUNCTUATION =
    mapOf(
        '(' to TokenKind.OPEN_CALL,
        ')' to TokenKind.CLOSE_CALL,
        ']' to TokenKind.CLOSE_LIST,
        '}' to TokenKind.CLOSE_DICTIONARY,
        ',' to TokenKind.COMMA,
        ':' to TokenKind.COLON,
        '=' to TokenKind.EQUALS,
    )

private val CLOSING = setOf(TokenKind.CLOSE_CALL, TokenKind.CLOSE_LIST, TokenKind.CLOSE_DICTIONARY)

private val OPENING = mapOf('[' to TokenKind.OPEN_LIST, '{' to TokenKind.OPEN_DICTIONARY)

private const val LETTERS = "/%*@?|"

private const val DIGITS = """\d(?:_?\d)*"""
private const val UNSIGNED = """(?:0|[1-9](?:_?\d)*)"""
private val WHOLE = Regex("""[+-]?$UNSIGNED""")
private val REAL =
    Regex(
        "[+-]?(?:(?:$UNSIGNED?\\.$DIGITS|$UNSIGNED\\.?)[eE][+-]?$DIGITS|$UNSIGNED?\\.$DIGITS|$UNSIGNED\\.|" +
            "[iI][nN][fF]|[nN][aA][nN])"
    )
private val WORD = Regex("""[A-Za-z_][\w-]*""")
private val ESCAPES = Regex("""(?:\\[\\()\[\]{}:=, \t])+""")
