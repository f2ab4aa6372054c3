package hydrangea.runner.override

/** What Hydra's lexer tells apart in a value. */
internal enum class TokenKind {
    WORD,
    WHOLE,
    REAL,
    TRUTH,
    NULL,
    /** One of the other letters that may stand outside of quotes. */
    LETTER,
    ESCAPES,
    BLANKS,
    INTERPOLATION,
    QUOTED,
    OPEN_CALL,
    CLOSE_CALL,
    OPEN_LIST,
    CLOSE_LIST,
    OPEN_DICTIONARY,
    CLOSE_DICTIONARY,
    COMMA,
    COLON,
    EQUALS,
    END,
    /** What no token begins with; its meaning is the complaint. */
    WRONG;

    companion object {
        /** What a key in braces can be made of. */
        val OF_KEYS = setOf(WORD, WHOLE, REAL, TRUTH, NULL, LETTER, ESCAPES, BLANKS)

        /** What a text outside of quotes can be made of. */
        val OF_TEXTS = OF_KEYS + COLON + INTERPOLATION
    }
}

/** Letters with one meaning, at [start]; [meaning] is [text] without quotes and escapes. */
internal class Token(val kind: TokenKind, val start: Int, val text: String, val meaning: String = text) {
    val end = start + text.length
}
