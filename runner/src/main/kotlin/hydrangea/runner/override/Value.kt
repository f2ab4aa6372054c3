package hydrangea.runner.override

import java.math.BigInteger

/** A value as it was said, before it is known which type is wanted; [text] is how it is written. */
sealed interface Value {
    val text: String

    data class Whole(override val text: String, val value: BigInteger) : Value

    data class Real(override val text: String, val value: Double) : Value

    data class Truth(override val text: String, val value: Boolean) : Value

    data class Null(override val text: String) : Value

    /** Letters, in [quoted] form or bare; [value] is without the quotes and escapes, interpolations as they stand. */
    data class Text(override val text: String, val value: String, val quoted: Boolean) : Value

    data class Sequence(override val text: String, val items: List<Value>) : Value

    /** An entry of the catalogue with arguments: `flow(layers=8)`. */
    data class Call(override val text: String, val name: String, val arguments: List<Argument>) : Value

    /** Keys with values, in their order; keys may be any plain value, but each only once. */
    data class Dictionary(override val text: String, val entries: List<Pair<Value, Value>>) : Value
}

/**
 * Several values for one key, of which every job of a sweep takes one; always a whole value, never inside another.
 *
 * [tags] are Hydra's, for who chooses among them.
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

    /** `interval(start, end)`, for random search; both are a `Real`, or a `Whole` under `int()`. */
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
