package hydrangea.runner.override

import hydrangea.runner.catalogue.elementType

/** What overrides do to the elements of a list or a map: these alone can be added and removed. */
internal class Contents(private val complaints: Complaints, private val rewrite: Rewrite) {
    fun list(place: Place, list: List<*>, depth: Int, overrides: List<Override>): List<*> {
        val old = list.withIndex().associate { (i, element) -> i.toString() to element }
        val ordered = overrides.sortedBy { it.key.segments[depth].toIntOrNull() }
        val new =
            elements(place, old, depth, ordered, { it == "$size" }) { it, added -> noIndex(it, depth, list, added) }
        return if (unchanged(old, new)) list else new.values.toList()
    }

    fun map(place: Place, map: Map<*, *>, depth: Int, overrides: List<Override>): Map<*, *> {
        val old = map.mapKeys { it.key.toString() }
        val new =
            elements(place, old, depth, overrides, { true }) { it, _ ->
                complaints.unknown(it, depth, "has no ${it.key.segments[depth]}", old.keys.toList())
            }
        return if (unchanged(old, new)) map else new
    }

    private fun unchanged(old: Map<String, *>, new: Map<String, *>) =
        old.size == new.size && old.all { (name, element) -> name in new && new[name] === element }

    private fun elements(
        place: Place,
        old: Map<String, *>,
        depth: Int,
        overrides: List<Override>,
        canAdd: Map<String, *>.(String) -> Boolean,
        unknown: (Override, Boolean) -> Unit,
    ): Map<String, Any?> {
        val new = LinkedHashMap<String, Any?>(old)
        val removed = mutableListOf<String>()
        for ((name, inner) in overrides.groupBy { it.key.segments[depth] }) {
            val own = inner.firstOrNull { it.key.segments.size == depth + 1 }
            val adds = own?.verb == Verb.ADD || own?.verb == Verb.FORCE_ADD
            val element = Place(elementType(place.type), old[name])
            when {
                name in old && own?.verb == Verb.DEL -> if (goes(element, own, inner - own)) removed += name
                name in old -> new[name] = rewrite.apply(element, depth + 1, inner)
                own != null && adds && new.canAdd(name) -> {
                    val added = rewrite.chosen(element, own, depth + 1, inner - own)
                    if (own !in complaints) new[name] = added
                }
                else -> inner.forEach { unknown(it, adds) }
            }
        }
        return new - removed.toSet()
    }

    /** `~key=value` takes away that value only. */
    private fun goes(element: Place, removal: Override, others: List<Override>): Boolean {
        complaints.stand(removal, element)
        val meant = if (removal.value.text.isEmpty()) element.value else rewrite.converted(removal, element)
        when {
            removal in complaints -> return false
            meant != element.value -> complaints.report(listOf(removal), "there is another value")
            others.isNotEmpty() -> complaints.report(listOf(removal) + others, "${removal.key} is changed and removed")
        }
        return removal !in complaints
    }

    private fun noIndex(it: Override, depth: Int, list: List<*>, added: Boolean) {
        val next = if (added) "; the next is ${list.size}" else ""
        complaints.unknown(it, depth, bounds(list) + next, emptyList())
    }

    private fun bounds(list: List<*>) =
        if (list.isEmpty()) "is an empty list" else "is a list of ${list.size}, with indices 0 to ${list.size - 1}"
}
