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

    /** Keys with values, in their order; keys may be any plain value. */
    data class Dictionary(override val text: String, val entries: List<Pair<Value, Value>>) : Value
}

/**
 * Several values for one key, of which every job of a sweep takes one; [tags] are Hydra's, for who chooses among them.
 */
sealed interface Sweep : Value {
    val tags: Set<String>

    /** `a,b,c` and `choice(a, b, c)`; [shuffled] ones are put in an order that the sweep's seed decides. */
    data class Choice(
        override val text: String,
        val items: List<Value>,
        override val tags: Set<String> = emptySet(),
        val shuffled: Boolean = false,
    ) : Sweep

    /** `range(start, stop, step)`, in decimal arithmetic, [stop] excluded; all three are a `Whole` or a `Real`. */
    data class Range(
        override val text: String,
        val start: Value,
        val stop: Value,
        val step: Value,
        override val tags: Set<String> = emptySet(),
        val shuffled: Boolean = false,
    ) : Sweep

    /** `interval(start, end)`, for random search; both are a `Whole` or a `Real`. */
    data class Interval(
        override val text: String,
        val start: Value,
        val end: Value,
        override val tags: Set<String> = emptySet(),
    ) : Sweep

    /** `glob(pattern, exclude=pattern)`: the options of the key, or the entries of its catalogue, with such names. */
    data class Glob(
        override val text: String,
        val include: List<String>,
        val exclude: List<String>,
        override val tags: Set<String> = emptySet(),
    ) : Sweep
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
