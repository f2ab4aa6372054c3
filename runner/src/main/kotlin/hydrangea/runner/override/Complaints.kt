package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.catalogues
import hydrangea.runner.catalogue.nearest

/** What is wrong with overrides, with their places in the tree as it was. */
internal class Complaints(private val catalogue: Catalogue) {
    val problems = mutableListOf<Problem>()
    private val places = HashMap<Override, Place>()
    private val failed = HashSet<Override>()

    operator fun contains(override: Override) = override in failed

    fun stand(override: Override, place: Place) {
        places[override] = place
    }

    /** These cannot be judged, since what is around them failed. */
    fun passOver(overrides: List<Override>) {
        failed += overrides
    }

    /** [override] names by its segment at [depth] what its [owner] does not have: [names] are there. */
    fun unknown(override: Override, depth: Int, what: String, names: List<String>, owner: Any? = null) {
        val parent = Key(override.key.segments.take(depth))
        val subject = "$parent" + (owner?.let { " (${catalogue.nameOf(it)})" } ?: "")
        val name = override.key.segments[depth]
        val near = nearest(name, names)?.let { "; did you mean ${parent + it}?" } ?: ""
        val there = if (near.isEmpty() && names.isNotEmpty()) "; it has ${names.joinToString()}" else ""
        val elsewhere = if (near.isEmpty() && owner != null) others(owner, name, parent) else ""
        problems += Problem(listOf(override), "$subject $what$near$there$elsewhere")
        failed += override
    }

    /** What could stand in the place of [owner] and has what it lacks. */
    private fun others(owner: Any, name: String, place: Key): String {
        val kind = catalogues(owner.javaClass).lastOrNull() ?: return ""
        val others = catalogue.having(name, kind).map { "$place=$it" }
        return if (others.isEmpty()) "" else "; ${others.joinToString(" or ")} has one"
    }

    fun report(overrides: List<Override>, what: String, withType: Boolean = false) {
        val place = overrides.singleOrNull()?.let(places::get)
        val type = place?.takeIf { withType }?.let { catalogue.words(it) }
        problems += Problem(overrides, what, type, place?.let { catalogue.now(it.value) })
        failed += overrides
    }
}
