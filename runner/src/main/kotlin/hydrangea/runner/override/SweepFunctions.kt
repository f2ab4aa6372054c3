package hydrangea.runner.override

import java.math.BigDecimal

/** `choice(a, b, c)`. */
internal fun Given.choice(): Value {
    onlyNamed()
    if (positional.isEmpty()) refuse("needs values, as in choice(a, b)")
    val only = positional.singleOrNull() as? Sweep.Choice ?: return choiceOf(positional.map(::unquoted))
    if (only.text.startsWith("choice(")) refuse("cannot have a choice inside")
    return written(only)
}

/** `range(stop)`, `range(start, stop)`, `range(start, stop, step)`. */
internal fun Given.range(): Value {
    val bounds = bound("start", "stop", "step").mapValues { (name, value) -> number(name, value) }
    val first = bounds["start"] ?: refuse("needs an end, as in range(10)")
    val stop = bounds["stop"]
    val step = bounds["step"] ?: whole(1.toBigInteger())
    if (BigDecimal(step.text.replace("_", "")).signum() == 0) refuse("cannot have a step of 0")
    return if (stop == null) Sweep.Range(text, whole(0.toBigInteger()), first, step)
    else Sweep.Range(text, first, stop, step)
}

/** `interval(start, end)`. */
internal fun Given.interval(): Value {
    val bounds = bound("start", "end").mapValues { (name, value) -> toFloat(this, number(name, value)) }
    val missing = listOf("start", "end").firstOrNull { it !in bounds }
    if (missing != null) refuse("needs its $missing, as in interval(0, 1)")
    return Sweep.Interval(text, bounds.getValue("start"), bounds.getValue("end"))
}

private fun Given.number(name: String, value: Value): Value =
    when {
        value is Value.Whole || value is Value.Real && value.value.isFinite() -> value
        else -> refuse("needs a number for $name, was ${value.text}")
    }

/** `glob(pattern)`, `glob([pattern, pattern], exclude=pattern)`. */
internal fun Given.glob(): Value {
    val patterns = bound("include", "exclude").mapValues { (_, value) -> patterns(value) }
    return Sweep.Glob(
        text,
        patterns["include"] ?: refuse("needs a pattern, as in glob(*)"),
        patterns["exclude"].orEmpty(),
    )
}

private fun Given.patterns(value: Value): List<String> =
    when (value) {
        is Value.Text -> listOf(value.value)
        is Value.Sequence ->
            value.items.flatMap { if (it is Value.Text) patterns(it) else refuse("$NAMES, was ${it.text}") }
        else -> refuse("$NAMES, was ${value.text}")
    }

private const val NAMES = "needs patterns of names, such as a*"

/** `tag(name, name, sweep)`. */
internal fun Given.tag(): Value {
    onlyNamed("sweep")
    val all = positional + listOfNotNull(named["sweep"])
    val tags =
        all.dropLast(1).map { (it as? Value.Text)?.value ?: refuse("needs names before its sweep, was ${it.text}") }
    return when (val sweep = all.lastOrNull()) {
        is Sweep.Choice -> sweep.copy(text = text, tags = tags.toSet())
        is Sweep.Range -> sweep.copy(text = text, tags = tags.toSet())
        is Sweep.Interval -> sweep.copy(text = text, tags = tags.toSet())
        else -> refuse("needs a choice(), range() or interval() as its last argument")
    }
}

/** Hydra takes the quotes from the arguments of its functions, not from what is inside them. */
internal fun unquoted(value: Value): Value = if (value is Value.Text) value.copy(quoted = false) else value
