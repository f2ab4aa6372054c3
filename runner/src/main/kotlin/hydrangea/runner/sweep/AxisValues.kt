package hydrangea.runner.sweep

import hydrangea.models.Seeds
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.catalogue.rawClass
import hydrangea.runner.override.Key
import hydrangea.runner.override.Place
import hydrangea.runner.override.Sweep
import hydrangea.runner.override.Value
import hydrangea.runner.override.real
import hydrangea.runner.override.whole
import java.math.BigDecimal
import java.math.RoundingMode
import java.nio.file.FileSystems
import java.nio.file.Path
import java.util.regex.PatternSyntaxException

/**
 * The values of an axis, one by one.
 *
 * @param places what a key takes, where that is known
 * @param seeds decide in which order shuffled values come
 */
internal class AxisValues(
    private val catalogue: Catalogue,
    private val seeds: Seeds,
    private val places: (Key) -> Place?,
) {
    private val known = HashMap<Space.Axis, List<Value>>()

    fun of(axis: Space.Axis): List<Value> = known.getOrPut(axis) { listed(axis) }

    private fun listed(axis: Space.Axis): List<Value> =
        when (val values = axis.values) {
            is Sweep.Choice -> values.items.ifEmpty { axis.refuse("holds no value") }.shuffled(axis, values.shuffled)
            is Sweep.Range -> range(axis, values).shuffled(axis, values.shuffled)
            is Sweep.Glob -> names(axis, values)
            is Sweep.Interval -> axis.refuse("an interval has no list of values: draw N of them with --trials N")
        }

    private fun List<Value>.shuffled(axis: Space.Axis, wanted: Boolean): List<Value> {
        if (!wanted) return this
        val ranks = seeds.at("shuffle").at("${axis.key}").uniform(size, 1).data
        return indices.sortedBy { ranks[it] }.map(::get)
    }

    /** In decimal arithmetic, so that 3 times 0.1 is 0.3. */
    private fun range(axis: Space.Axis, range: Sweep.Range): List<Value> {
        val (start, stop, step) = listOf(range.start, range.stop, range.step).map { decimal(axis, it) }
        if (step.signum() == 0) axis.refuse("the step is 0")
        val whole = listOf(range.start, range.stop, range.step).all { it is Value.Whole }
        val count = (stop - start).divide(step, 0, RoundingMode.CEILING)
        if (count.signum() <= 0) axis.refuse("holds no value: a range goes from its start up to before its stop")
        if (count > MOST) axis.refuse("holds $count values")
        return List(count.toInt()) { i ->
            (start + step * i.toBigDecimal()).let { if (whole) whole(it.toBigIntegerExact()) else real(it.toDouble()) }
        }
    }

    private fun decimal(axis: Space.Axis, value: Value): BigDecimal =
        when {
            value is Value.Whole -> value.value.toBigDecimal()
            value is Value.Real && value.value.isFinite() -> value.value.toBigDecimal()
            else -> axis.refuse("expected finite numbers, was ${value.text}")
        }

    private fun names(axis: Space.Axis, glob: Sweep.Glob): List<Value> {
        val place = places(axis.key) ?: axis.refuse("there is no key ${axis.key} whose options could be meant")
        val names = options(place)
        if (names.isEmpty()) axis.refuse("${axis.key} has no named options")
        val found = names.filter { name -> name.fits(axis, glob.include) && !name.fits(axis, glob.exclude) }
        val near = glob.include.singleOrNull()?.let { didYouMean(it, names) }.orEmpty()
        if (found.isEmpty()) axis.refuse("fits none of ${names.joinToString()}$near")
        return found.map { Value.Text(it, it, quoted = false) }
    }

    /** What a choice offers, or the entries of the catalogue that need no argument, or the constants of an enum. */
    private fun options(place: Place): List<String> {
        val type = rawClass(place.type)
        return when {
            place.options.isNotEmpty() -> place.options.keys.toList()
            type.isEnum -> type.enumConstants.map { catalogue.constantName(it as Enum<*>) }
            else ->
                catalogue
                    .entries(type)
                    .filter { entry -> entry.parameters.none { it.required } }
                    .map { it.name }
                    .distinct()
        }
    }

    private fun String.fits(axis: Space.Axis, patterns: List<String>) =
        patterns.any { pattern ->
            try {
                FileSystems.getDefault().getPathMatcher("glob:$pattern").matches(Path.of(this))
            } catch (e: PatternSyntaxException) {
                axis.refuse("$pattern is no pattern: ${e.description}")
            }
        }

    private companion object {
        val MOST = 100_000.toBigDecimal()
    }
}

internal fun Space.Axis.refuse(why: String): Nothing = throw UsageError("${said.said}: $why")
