package hydrangea.runner.override

/** What a token means by itself; null where it is text, as several are. */
internal fun Token.scalar(): Value? {
    val digits = text.replace("_", "").removePrefix("+").lowercase()
    return when (kind) {
        TokenKind.WHOLE -> Value.Whole(text, digits.toBigInteger())
        TokenKind.REAL -> Value.Real(text, double(digits))
        TokenKind.TRUTH -> Value.Truth(text, digits == "true")
        TokenKind.NULL -> Value.Null(text)
        else -> null
    }
}

private fun double(text: String): Double =
    when (text) {
        "inf" -> Double.POSITIVE_INFINITY
        "-inf" -> Double.NEGATIVE_INFINITY
        "nan",
        "-nan" -> Double.NaN
        else -> text.toDouble()
    }
