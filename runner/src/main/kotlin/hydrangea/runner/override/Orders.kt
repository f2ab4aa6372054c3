package hydrangea.runner.override

import java.math.BigDecimal
import java.math.RoundingMode
import java.util.Random

/** `sort(values, reverse=true)`, of a list, a choice or a range. */
internal fun Given.sort(): Value {
    onlyNamed("sweep", "list", "reverse")
    val reverse =
        named["reverse"]?.let { (it as? Value.Truth)?.value ?: refuse("needs reverse to be true or false") } ?: false
    return when (val values = together("sweep", "list")) {
        is Value.Sequence -> sequence(sorted(values.items, reverse))
        is Sweep.Choice -> values.copy(text = text, items = sorted(values.items.map(::unquoted), reverse))
        is Sweep.Range -> sorted(values, reverse).copy(text = text)
        is Sweep,
        is Value.Call -> refuse("needs a list, a choice or a range, was ${values.text}")
        else -> unquoted(values)
    }
}

private fun Given.sorted(items: List<Value>, reverse: Boolean): List<Value> {
    val order: Comparator<Value> =
        when {
            items.all { it is Value.Text } -> compareBy { (it as Value.Text).value }
            items.all { it is Value.Whole || it is Value.Real || it is Value.Truth } -> compareBy { number(it) }
            else -> refuse("cannot compare ${items.joinToString { it.text }}")
        }
    return items.sortedWith(if (reverse) order.reversed() else order)
}

/** The same values from the other end, if they do not run that way already. */
private fun sorted(range: Sweep.Range, reverse: Boolean): Sweep.Range {
    val all = listOf(range.start, range.stop, range.step)
    val (start, stop, step) = all.map { BigDecimal(it.text.replace("_", "")) }
    val isEmpty = (stop - start).signum() * step.signum() <= 0
    if (isEmpty || (step.signum() > 0) != reverse) return range
    val last = start + ((stop - start).divide(step, 0, RoundingMode.UP) - BigDecimal.ONE) * step
    val like = { value: BigDecimal ->
        if (all.all { it is Value.Whole }) whole(value.toBigInteger()) else real(value.toDouble())
    }
    return range.copy(start = like(last), stop = like(start - step), step = like(-step))
}

/** `shuffle(values)`: a sweep's order is its seed's; a list has one order for good. */
internal fun Given.shuffle(): Value {
    onlyNamed("sweep", "list")
    return when (val values = together("sweep", "list")) {
        is Value.Sequence -> sequence(values.items.shuffled(Random(0)))
        is Sweep.Choice -> values.copy(text = text, items = values.items.map(::unquoted), shuffled = true)
        is Sweep.Range -> values.copy(text = text, shuffled = true)
        is Sweep,
        is Value.Call -> refuse("needs a list, a choice or a range, was ${values.text}")
        else -> sequence(listOf(unquoted(values)))
    }
}

private fun number(value: Value): Double =
    when (value) {
        is Value.Whole -> value.value.toDouble()
        is Value.Real -> value.value
        else -> if ((value as Value.Truth).value) 1.0 else 0.0
    }
