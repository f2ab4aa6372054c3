package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Component
import hydrangea.runner.catalogue.Shape
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
    private val complaints = Complaints(catalogue)
    private val contents = Contents(complaints, this)
    val problems: List<Problem>
        get() = complaints.problems

    /** [place] after [overrides], whose keys name it by their first [depth] segments. */
    fun apply(place: Place, depth: Int, overrides: List<Override>): Any? {
        val (own, inner) = overrides.partition { it.key.segments.size == depth }
        val (appends, whole) = own.partition { it.verb == Verb.APPEND }
        own.forEach { complaints.stand(it, place) }
        whole.firstOrNull()?.let { refuse(it, place) }
        return if (whole.isEmpty()) below(appended(place, appends), depth, inner)
        else chosen(place, whole.first(), depth, overrides - whole)
    }

    /** [place] once it is what [whole] says, and then [others]. */
    fun chosen(place: Place, whole: Override, depth: Int, others: List<Override>): Any? {
        complaints.stand(whole, place)
        val value = if (whole in complaints) place.value else converted(whole, place)
        // Components of what could not be chosen cannot be judged.
        if (whole in complaints) return place.value.also { complaints.passOver(others) }
        return apply(place.copy(value = value), depth, others)
    }

    fun converted(override: Override, place: Place): Any? =
        try {
            if (changesNothing(override.value, place)) place.value else conversion.convert(override.value, place)
        } catch (e: Refusal) {
            complaints.report(listOf(override), e.message)
            place.value
        }

    private fun changesNothing(value: Value, place: Place) =
        value is Value.Dictionary &&
            value.entries.isEmpty() &&
            (place.value is Map<*, *> || Shape.of(place.value) != null)

    /** What is there can be changed, but neither added nor, outside of lists and maps, removed. */
    private fun refuse(override: Override, place: Place) {
        val key = override.key
        val append = if (place.value is List<*>) ", or $key+=[VALUE] to append" else ""
        when (override.verb) {
            Verb.ADD ->
                complaints.report(listOf(override), "$key exists already: write $key=${override.value.text}$append")
            Verb.DEL ->
                complaints.report(listOf(override), "$key cannot be removed, it needs a value: write $key=VALUE")
            else -> return
        }
    }

    private fun appended(place: Place, appends: List<Override>): Place =
        appends.fold(place) { now, append ->
            val key = append.key
            val list = now.value as? List<*>
            val added = if (list != null && append.value is Value.Sequence) converted(append, now) as List<*> else null
            if (list == null) complaints.report(listOf(append), "only to a list can be appended, which $key is not")
            else if (added == null) {
                complaints.report(listOf(append), "only a list can be appended: write $key+=[${append.value.text}]")
            }
            if (append in complaints) now else now.copy(value = list.orEmpty() + added.orEmpty())
        }

    private fun below(place: Place, depth: Int, overrides: List<Override>): Any? {
        val value = place.value
        val shape = Shape.of(value)
        return when {
            overrides.isEmpty() -> value
            value is List<*> -> contents.list(place, value, depth, overrides)
            value is Map<*, *> -> contents.map(place, value, depth, overrides)
            shape != null -> record(Spec(checkNotNull(value), shape), depth, overrides)
            else -> value.also { overrides.forEach { complaints.unknown(it, depth, "has no components", emptyList()) } }
        }
    }

    private fun record(spec: Spec, depth: Int, overrides: List<Override>): Any {
        val names = spec.shape.components.map { it.name }
        val changes = mutableListOf<Change>()
        for ((name, inner) in overrides.groupBy { it.key.segments[depth] }) {
            val component = spec.shape.components.firstOrNull { it.name == name }
            if (component == null) inner.forEach { complaints.unknown(it, depth, "has no $name", names, spec.value) }
            else changes += change(spec, component, depth, inner) ?: continue
        }
        val kept = accepted(spec, changes) { blamed, reason -> refused(blamed, reason) }
        return if (kept.isEmpty()) spec.value else spec.with(kept)
    }

    private fun change(spec: Spec, component: Component, depth: Int, overrides: List<Override>): Change? {
        val old = component.read(spec.value)
        val new = apply(Place(component.type, old, component.nullable), depth + 1, overrides)
        return if (new === old) null else Change(component, new, overrides.filter { it !in complaints })
    }

    private fun refused(changes: List<Change>, reason: String) =
        complaints.report(changes.flatMap { it.overrides }, reason, withType = true)
}
