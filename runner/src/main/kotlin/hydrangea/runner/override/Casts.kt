package hydrangea.runner.override

import java.math.BigDecimal
import java.math.BigInteger

/** `int()`, `float()`, `str()` and `bool()`: the cast of each scalar inside, as Python would. */
internal fun Given.cast(scalar: Given.(Value) -> Value): Value {
    onlyNamed("value")
    return written(cast(together("value"), scalar))
}

private fun Given.cast(value: Value, scalar: Given.(Value) -> Value): Value =
    when (value) {
        is Value.Sequence -> sequence(value.items.map { cast(it, scalar) })
        is Value.Dictionary -> dictionary(value.entries.map { (key, inner) -> key to cast(inner, scalar) })
        is Sweep.Choice -> value.copy(items = value.items.map { cast(it, scalar) })
        is Sweep.Range -> {
            numbersOnly("a range")
            value.copy(start = scalar(value.start), stop = scalar(value.stop), step = scalar(value.step))
        }
        is Sweep.Interval -> {
            numbersOnly("an interval")
            value.copy(start = scalar(value.start), end = scalar(value.end))
        }
        else -> scalar(value)
    }

private fun Given.numbersOnly(what: String) {
    if (name != "int" && name != "float") refuse("cannot cast $what, only int() and float() can")
}

internal fun toInt(given: Given, value: Value): Value =
    when (value) {
        is Value.Whole -> whole(value.value)
        is Value.Real ->
            if (value.value.isFinite()) whole(BigDecimal(value.value).toBigInteger()) else given.cannot(value)
        is Value.Truth -> whole(if (value.value) BigInteger.ONE else BigInteger.ZERO)
        is Value.Text -> {
            val number = value.value.trim()
            if (PYTHON_INT.matches(number)) whole(number.replace("_", "").toBigInteger()) else given.cannot(value)
        }
        else -> given.cannot(value)
    }

internal fun toFloat(given: Given, value: Value): Value =
    when (value) {
        is Value.Whole -> real(value.value.toDouble())
        is Value.Real -> real(value.value)
        is Value.Truth -> real(if (value.value) 1.0 else 0.0)
        is Value.Text -> real(pythonFloat(value.value.trim()) ?: given.cannot(value))
        else -> given.cannot(value)
    }

internal fun toStr(given: Given, value: Value): Value =
    when (value) {
        is Value.Whole -> text(value.value.toString())
        is Value.Real -> text(decimalText(value.value))
        is Value.Truth -> text(value.value.toString())
        is Value.Text -> text(value.value)
        else -> given.cannot(value)
    }

internal fun toBool(given: Given, value: Value): Value =
    when (value) {
        is Value.Whole -> truth(value.value.signum() != 0)
        is Value.Real -> truth(value.value != 0.0)
        is Value.Truth -> truth(value.value)
        is Value.Null -> truth(false)
        is Value.Text -> truth(value.value.lowercase().toBooleanStrictOrNull() ?: given.cannot(value))
        else -> given.cannot(value)
    }

private fun Given.cannot(value: Value): Nothing = refuse("cannot cast ${value.text.ifEmpty { "nothing" }}")

private val PYTHON_INT = Regex("""[+-]?\d(_?\d)*""")
private val PYTHON_FLOAT = Regex("""[+-]?(\d(_?\d)*\.?|(\d(_?\d)*)?\.\d(_?\d)*)([eE][+-]?\d(_?\d)*)?""")
private val NOT_FINITE = Regex("""([+-]?)(inf|infinity|nan)""", RegexOption.IGNORE_CASE)

private fun pythonFloat(text: String): Double? {
    val special = NOT_FINITE.matchEntire(text)
    return when {
        PYTHON_FLOAT.matches(text) -> text.replace("_", "").toDouble()
        special == null -> null
        special.groupValues[2].equals("nan", ignoreCase = true) -> Double.NaN
        special.groupValues[1] == "-" -> Double.NEGATIVE_INFINITY
        else -> Double.POSITIVE_INFINITY
    }
}
