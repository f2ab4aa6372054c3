package hydrangea.runner.sweep

import hydrangea.models.Seeds
import hydrangea.runner.override.Key
import hydrangea.runner.override.Sweep
import hydrangea.runner.override.Value
import hydrangea.runner.override.real
import hydrangea.runner.override.whole
import java.math.BigDecimal
import java.math.MathContext
import kotlin.math.ceil
import kotlin.math.exp
import kotlin.math.floor
import kotlin.math.ln

/**
 * Random search: points of a space at random, every key by itself. Draw i depends on the seed, i and the key only, so
 * more trials keep the first ones, and another axis leaves the others as they were.
 *
 * Parts in step are drawn as one, and of several grids one is drawn, each as often as the others.
 *
 * @param integral whether a key takes integers only
 */
internal class Draws(private val seeds: Seeds, private val values: AxisValues, private val integral: (Key) -> Boolean) {
    private val enumeration = Enumeration(values)

    /** Without end. */
    fun points(space: Space): Sequence<Point> = generateSequence(0L) { it + 1 }.map { drawn(space, seeds.at(it)) }

    private fun drawn(space: Space, trial: Seeds): Point =
        when (space) {
            is Space.Axis -> Point(listOf(space.said.copy(value = value(space, trial.share(space)))))
            is Space.Zip -> pick(enumeration.points(space).toList(), trial.share(space))
            is Space.Grid -> space.parts.fold(Point.NOWHERE) { point, part -> point + drawn(part, trial) }
            is Space.Union -> drawn(pick(space.parts, trial.share(space)), trial)
            is Space.Filtered -> drawn(space.of, trial).under(space.condition)
        }

    /** Uniform on [0, 1). */
    private fun Seeds.share(space: Space) = at(space.keys.joinToString()).uniform(1, 1).data.single()

    private fun <T> pick(items: List<T>, share: Double) = items[(share * items.size).toInt()]

    private fun value(axis: Space.Axis, share: Double): Value =
        when (val values = axis.values) {
            is Sweep.Interval -> within(axis, values, share)
            else -> pick(this.values.of(axis), share)
        }

    private fun within(axis: Space.Axis, interval: Sweep.Interval, share: Double): Value {
        val scale = scale(axis, interval)
        val (start, end) = interval.ends
        val whole = interval.start is Value.Whole && interval.end is Value.Whole || integral(axis.key)
        return if (whole) integer(axis, scale, ceil(start), floor(end), share)
        else short(scale.at(share, start, end), start, end)
    }

    /** Each integer k has the share of [k, k + 1), so that both ends belong to it. */
    private fun integer(axis: Space.Axis, scale: Scale, start: Double, end: Double, share: Double): Value {
        if (start > end) axis.refuse("holds no integer")
        return whole(floor(scale.at(share, start, end + 1)).coerceIn(start, end).toBigDecimal().toBigInteger())
    }

    private fun scale(axis: Space.Axis, interval: Sweep.Interval): Scale {
        val (start, end) = interval.ends
        if (!(start < end) || start.isInfinite() || end.isInfinite()) axis.refuse("the start has to be below the end")
        val unknown = interval.tags - LOG
        if (unknown.isNotEmpty()) axis.refuse("an interval can have the tag $LOG, not ${unknown.joinToString()}")
        if (LOG !in interval.tags) return Scale.UNIFORM
        if (start <= 0) axis.refuse("a logarithm needs an interval above 0")
        return Scale.LOG
    }

    /** To six digits, which a person can type again. */
    private fun short(number: Double, start: Double, end: Double): Value {
        return real(BigDecimal(number).round(MathContext(6)).toDouble().coerceIn(start, end))
    }

    private enum class Scale {
        UNIFORM {
            override fun at(share: Double, start: Double, end: Double) = start + share * (end - start)
        },
        LOG {
            override fun at(share: Double, start: Double, end: Double) = exp(ln(start) + share * (ln(end) - ln(start)))
        };

        abstract fun at(share: Double, start: Double, end: Double): Double
    }

    private companion object {
        const val LOG = "log"
    }
}

private val Sweep.Interval.ends
    get() = number(start) to number(end)

private fun number(value: Value): Double =
    when (value) {
        is Value.Whole -> value.value.toDouble()
        is Value.Real -> value.value
        else -> Double.NaN
    }
