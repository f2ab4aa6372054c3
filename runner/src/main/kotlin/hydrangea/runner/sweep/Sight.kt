package hydrangea.runner.sweep

import hydrangea.models.training.Sweep
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Shape
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.override.Key
import hydrangea.runner.override.Place
import hydrangea.runner.override.Resolution
import hydrangea.runner.override.Value
import hydrangea.runner.override.find
import hydrangea.runner.override.keys

/**
 * What a condition sees of a job: first what is swept, then what its parameters and components are. The latter ask for
 * the job to be resolved, so that a condition on swept keys alone can drop what would not resolve.
 */
internal class Sight(private val catalogue: Catalogue, point: Point, private val resolution: () -> Resolution<*>) :
    Sweep.Point {
    private val said = point.said.associate { "${it.key}" to it.value }

    override fun value(key: String): Any = said[key]?.takeUnless { "\${" in it.text }?.let(::spoken) ?: resolved(key)

    private fun resolved(key: String): Any {
        val resolution = resolution()
        val place = resolution.find(Key(key.split('.'))) ?: throw UnknownKey(key, resolution.keys + said.keys)
        return plain(place) ?: "null"
    }

    private fun plain(place: Place): Any? =
        place.options.entries.firstOrNull { it.value === place.value }?.key ?: plain(place.value)

    private fun plain(value: Any?): Any? =
        when {
            value is List<*> -> value.map(::plain)
            value is Enum<*> -> catalogue.constantName(value)
            Shape.of(value) != null -> catalogue.nameOf(checkNotNull(value))
            else -> value
        }
}

/** A value as said: a call by the name of what it calls. */
private fun spoken(value: Value): Any =
    when (value) {
        is Value.Whole -> if (value.value.bitLength() < Long.SIZE_BITS) value.value.toLong() else value.value
        is Value.Real -> value.value
        is Value.Truth -> value.value
        is Value.Text -> value.value
        is Value.Sequence -> value.items.map(::spoken)
        is Value.Call -> value.name
        else -> value.text
    }

/** A condition asks for what a job has not. */
internal class UnknownKey(val key: String, keys: Collection<String>) :
    IllegalArgumentException("there is no key $key" + didYouMean(key, keys))
