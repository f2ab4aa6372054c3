package hydrangea.runner.sweep

import hydrangea.runner.run.short
import java.util.Locale
import kotlin.math.abs
import kotlin.math.floor
import kotlin.math.log10
import kotlin.math.sqrt

/** Mean ± sample standard deviation of [values], four digits of the larger and as many decimals of the other. */
internal fun summary(values: List<Double>): String {
    if (values.size == 1) return short(values.single())
    val mean = values.average()
    val deviation = sqrt(values.sumOf { (it - mean) * (it - mean) } / (values.size - 1))
    val format = format(maxOf(abs(mean), deviation))
    return "${format.format(Locale.ROOT, mean)} ± ${format.format(Locale.ROOT, deviation)}"
}

private fun format(largest: Double): String {
    val magnitude = if (largest == 0.0) 0 else floor(log10(largest)).toInt()
    return if (magnitude in -4..4) "%.${(3 - magnitude).coerceAtLeast(0)}f" else "%.3e"
}
