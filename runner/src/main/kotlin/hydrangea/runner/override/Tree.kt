package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Component
import hydrangea.runner.catalogue.Shape
import hydrangea.runner.catalogue.elementType
import hydrangea.runner.catalogue.spelledHead
import java.lang.reflect.Type

/** All that can be overridden in [root], with its key: specs, then their components; lists of numbers as a whole. */
internal fun places(root: Any): List<Pair<Key, Place>> =
    inside(Key(), Place(root.javaClass, root)).filter { it.first.segments.isNotEmpty() }

private fun inside(key: Key, place: Place): List<Pair<Key, Place>> {
    val value = place.value
    val shape = Shape.of(value)
    return when {
        shape != null -> listOf(key to place) + shape.components.flatMap { inside(key + it.name, it.of(value)) }
        value is List<*> && value.any(::hasParts) ->
            value.indices.flatMap { inside(key, it.toString(), place.type, value[it]) }
        value is Map<*, *> && value.isNotEmpty() -> value.flatMap { inside(key, "${it.key}", place.type, it.value) }
        else -> listOf(key to place)
    }
}

private fun inside(key: Key, segment: String, collection: Type, value: Any?) =
    inside(key + segment, Place(elementType(collection), value))

/** Whether a value is, or holds, a spec. */
internal fun hasParts(value: Any?): Boolean =
    when (value) {
        is List<*> -> value.any(::hasParts)
        is Map<*, *> -> true
        else -> Shape.of(value) != null
    }

private fun Component.of(spec: Any?) = checkNotNull(spec).let { Place(type, read(it), nullable, owner = it.javaClass) }

/** The tree as texts by key, the root's under the empty key: equal trees give equal texts. */
internal fun stored(catalogue: Catalogue, root: Any): Map<String, String> =
    inside(Key(), Place(root.javaClass, root)).associate { (key, place) ->
        key.toString() to canonical(catalogue.spelledHead(place.value))
    }
