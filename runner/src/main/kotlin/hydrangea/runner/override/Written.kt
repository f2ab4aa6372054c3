package hydrangea.runner.override

import hydrangea.runner.catalogue.quotedText
import java.math.BigDecimal
import java.math.BigInteger
import java.math.MathContext

/** Values that nobody wrote, with the text that says them. */
internal fun whole(value: BigInteger) = Value.Whole(value.toString(), value)

internal fun real(value: Double) = Value.Real(decimalText(value), value)

internal fun truth(value: Boolean) = Value.Truth(value.toString(), value)

/** A bare text, as one has to write it for it to stay a text. */
internal fun text(value: String) = Value.Text(quotedText(value), value, quoted = false)

internal fun sequence(items: List<Value>) = Value.Sequence(items.joinToString(", ", "[", "]") { it.text }, items)

internal fun dictionary(entries: List<Pair<Value, Value>>) =
    Value.Dictionary(entries.joinToString(", ", "{", "}") { (key, value) -> "${key.text}: ${value.text}" }, entries)

/** A float as Python prints it: the shortest decimal that is this double, `1e-05`, `0.0001`, `1e+16`. */
internal fun decimalText(value: Double): String {
    if (value.isNaN()) return "nan"
    if (value.isInfinite()) return if (value > 0) "inf" else "-inf"
    val sign = if (1 / value < 0 || value < 0) "-" else ""
    if (value == 0.0) return sign + "0.0"
    val shortest = shortest(value).abs()
    val digits = shortest.unscaledValue().toString()
    val exponent = digits.length - shortest.scale() - 1
    return sign + if (exponent in -4..15) positional(shortest) else scientific(digits, exponent)
}

/** Java's own text has a digit too many at times, before Java 19. */
private fun shortest(value: Double): BigDecimal =
    (1..17).map { BigDecimal(value).round(MathContext(it)) }.first { it.toDouble() == value }.stripTrailingZeros()

private fun positional(value: BigDecimal) = value.toPlainString().let { if ('.' in it) it else "$it.0" }

private fun scientific(digits: String, exponent: Int): String {
    val mantissa = digits.take(1) + if (digits.length > 1) "." + digits.drop(1) else ""
    val power = kotlin.math.abs(exponent).toString().padStart(2, '0')
    return "${mantissa}e${if (exponent < 0) '-' else '+'}$power"
}
