package hydrangea.runner.override

import hydrangea.runner.catalogue.Shape
import hydrangea.runner.catalogue.elementType

/** What [key] names: a parameter of the script, or what stands there in the experiment; null where it names nothing. */
internal fun Resolution<*>.find(key: Key): Place? {
    val (root, rest) = key.segments.first() to key.segments.drop(1)
    val parameter = parameters[root]?.let { it.place.copy(value = it.value) }
    if (parameter != null && rest.isEmpty()) return parameter
    return inside(Place(experiment.javaClass, experiment), key.segments) ?: parameter?.let { inside(it, rest) }
}

/** Every key that [find] knows. */
internal val Resolution<*>.keys: List<String>
    get() = parameters.keys.toList() + places(experiment).map { it.first.toString() }

private fun inside(place: Place, segments: List<String>): Place? =
    segments.fold(place as Place?) { here, segment -> here?.let { part(it, segment) } }

private fun part(place: Place, name: String): Place? {
    val value = place.value ?: return null
    return when (value) {
        is List<*> -> name.toIntOrNull()?.takeIf { it in value.indices }?.let { element(place, value[it]) }
        is Map<*, *> -> if (name in value) element(place, value[name]) else null
        else -> {
            val component = Shape.of(value)?.components?.firstOrNull { it.name == name }
            component?.let { Place(it.type, it.read(value), it.nullable) }
        }
    }
}

private fun element(collection: Place, value: Any?) = Place(elementType(collection.type), value)
