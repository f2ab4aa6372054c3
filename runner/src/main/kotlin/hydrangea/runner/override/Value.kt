package hydrangea.runner.override

import java.math.BigInteger

/** A value as it was said, before it is known which type is wanted; [text] is how it was written. */
sealed interface Value {
    val text: String

    data class Whole(override val text: String, val value: BigInteger) : Value

    data class Real(override val text: String, val value: Double) : Value

    data class Truth(override val text: String, val value: Boolean) : Value

    data class Null(override val text: String) : Value

    /** Letters, in [quoted] form or bare; [value] is without the quotes and escapes. */
    data class Text(override val text: String, val value: String, val quoted: Boolean) : Value

    data class Sequence(override val text: String, val items: List<Value>) : Value

    /** An entry of the catalogue with arguments: `flow(layers=8)`. */
    data class Call(override val text: String, val name: String, val arguments: List<Argument>) : Value
}

/** An argument of a call; [name] is null when it stands for the parameter at its position. */
data class Argument(val name: String?, val value: Value)

private val WHOLE = Regex("""[+-]?(0|[1-9](_?\d)*)""")
private val REAL = Regex("""[+-]?((\d(_?\d)*)?\.\d(_?\d)*|\d(_?\d)*\.?)([eE][+-]?\d(_?\d)*)?""")
private val SPECIAL =
    mapOf(
        "inf" to Double.POSITIVE_INFINITY,
        "+inf" to Double.POSITIVE_INFINITY,
        "-inf" to Double.NEGATIVE_INFINITY,
        "nan" to Double.NaN,
    )

/** What a bare word means: a number, `true`, `false`, `null` or text; [text] is the word with its escapes. */
internal fun bareValue(text: String, word: String = text): Value {
    val digits = text.replace("_", "")
    val lower = text.lowercase()
    return when {
        WHOLE.matches(text) -> Value.Whole(text, digits.removePrefix("+").toBigInteger())
        REAL.matches(text) && !LEADING_ZERO.matches(text) -> Value.Real(text, digits.toDouble())
        lower in SPECIAL -> Value.Real(text, SPECIAL.getValue(lower))
        lower == "true" || lower == "false" -> Value.Truth(text, lower == "true")
        lower == "null" -> Value.Null(text)
        else -> Value.Text(text, word, quoted = false)
    }
}

/** `007` is a name, not a number; so Hydra reads it. */
private val LEADING_ZERO = Regex("""[+-]?0\d+""")
