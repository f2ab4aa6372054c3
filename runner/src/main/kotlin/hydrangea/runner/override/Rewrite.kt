package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Component
import hydrangea.runner.catalogue.Shape
import hydrangea.runner.catalogue.elementType
import hydrangea.runner.catalogue.nearest
import java.lang.reflect.Type

/**
 * A value, with what its place takes: a type, and names for some values; [owner] is the spec that it is a component of.
 */
internal data class Place(
    val type: Type,
    val value: Any?,
    val nullable: Boolean = false,
    val options: Map<String, Any> = emptyMap(),
    val owner: Class<*>? = null,
)

/**
 * Applies overrides to a tree of specs. Only what they touch is rebuilt, bottom-up, each record once with all its
 * changes; a record that refuses them keeps its old components, so that the others are still checked.
 */
internal class Rewrite(private val catalogue: Catalogue) {
    private val conversion = Conversion(catalogue)
    val problems = mutableListOf<Problem>()

    /** The override's place in the tree as it was. */
    private val places = HashMap<Override, Place>()
    private val failed = HashSet<Override>()

    /** [place] after [overrides], whose keys name it by their first [depth] segments. */
    fun apply(place: Place, depth: Int, overrides: List<Override>): Any? {
        val whole = overrides.firstOrNull { it.key.segments.size == depth } ?: return below(place, depth, overrides)
        places[whole] = place
        val value = converted(whole, place)
        // Components of what could not be chosen cannot be judged.
        if (whole in failed) return place.value.also { failed += overrides }
        return below(place.copy(value = value), depth, overrides - whole)
    }

    private fun converted(override: Override, place: Place): Any? =
        try {
            conversion.convert(override.value, place)
        } catch (e: Refusal) {
            report(listOf(override), e.message, withType = false)
            place.value
        }

    private fun below(place: Place, depth: Int, overrides: List<Override>): Any? {
        val value = place.value
        val shape = Shape.of(value)
        return when {
            overrides.isEmpty() -> value
            value is List<*> -> list(place, value, depth, overrides)
            value is Map<*, *> -> map(place, value, depth, overrides)
            shape != null -> record(Spec(checkNotNull(value), shape), depth, overrides)
            else -> value.also { overrides.forEach { unknown(it, depth, "has no components", emptyList()) } }
        }
    }

    private fun list(place: Place, list: List<*>, depth: Int, overrides: List<Override>): List<*> {
        val result = list.toMutableList()
        for ((segment, inner) in overrides.groupBy { it.key.segments[depth] }) {
            val index = segment.toIntOrNull()?.takeIf { it in list.indices }
            if (index == null) inner.forEach { unknown(it, depth, bounds(list), emptyList()) }
            else result[index] = apply(Place(elementType(place.type), list[index]), depth + 1, inner)
        }
        return if (unchanged(list, result)) list else result
    }

    private fun bounds(list: List<*>) =
        if (list.isEmpty()) "is an empty list" else "is a list of ${list.size}, with indices 0 to ${list.size - 1}"

    private fun unchanged(old: List<*>, new: List<*>) = old.indices.all { old[it] === new[it] }

    private fun map(place: Place, map: Map<*, *>, depth: Int, overrides: List<Override>): Map<*, *> {
        val result = LinkedHashMap(map)
        for ((name, inner) in overrides.groupBy { it.key.segments[depth] }) {
            val names = map.keys.map { it.toString() }
            if (name in map) result[name] = apply(Place(elementType(place.type), map[name]), depth + 1, inner)
            else inner.forEach { unknown(it, depth, "has no $name", names) }
        }
        return if (unchanged(map.values.toList(), result.values.toList())) map else result
    }

    private fun record(spec: Spec, depth: Int, overrides: List<Override>): Any {
        val names = spec.shape.components.map { it.name }
        val changes = mutableListOf<Change>()
        for ((name, inner) in overrides.groupBy { it.key.segments[depth] }) {
            val component = spec.shape.components.firstOrNull { it.name == name }
            if (component == null) inner.forEach { unknown(it, depth, "has no $name", names, spec.value) }
            else changes += change(spec, component, depth, inner) ?: continue
        }
        val kept = accepted(spec, changes) { blamed, reason -> refused(blamed, reason) }
        return if (kept.isEmpty()) spec.value else spec.with(kept)
    }

    private fun change(spec: Spec, component: Component, depth: Int, overrides: List<Override>): Change? {
        val old = component.read(spec.value)
        val new = apply(Place(component.type, old, component.nullable), depth + 1, overrides)
        return if (new === old) null else Change(component, new, overrides - failed)
    }

    private fun refused(changes: List<Change>, reason: String) = report(changes.flatMap { it.overrides }, reason, true)

    private fun unknown(it: Override, depth: Int, what: String, names: List<String>, owner: Any? = null) {
        val parent = Key(it.key.segments.take(depth))
        val subject = "$parent" + (owner?.let { " (${catalogue.nameOf(it)})" } ?: "")
        val near = nearest(it.key.segments[depth], names)?.let { "; did you mean ${parent + it}?" } ?: ""
        val there = if (near.isEmpty() && names.isNotEmpty()) "; it has ${names.joinToString()}" else ""
        problems += Problem(listOf(it), "$subject $what$near$there")
        failed += it
    }

    private fun report(overrides: List<Override>, what: String, withType: Boolean) {
        val place = overrides.singleOrNull()?.let(places::get)
        val type = place?.takeIf { withType }?.let { catalogue.words(it) }
        problems += Problem(overrides, what, type, place?.let { catalogue.now(it.value) })
        failed += overrides
    }
}
