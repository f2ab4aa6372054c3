package hydrangea.runner.catalogue

/**
 * An entry of the catalogue in a line.
 *
 * @property base the entry that it calls with other defaults, where it is a preset
 * @property doc what it is, in a sentence
 */
internal data class NamedEntry(val name: String, val base: String?, val doc: String) {
    /** `sacZoo, a sac`. */
    val head = name + (base?.let { ", ${article(it)} $it" } ?: "")

    fun fields(kind: String): Map<String, Any?> =
        mapOf("kind" to kind, "name" to name, "presetOf" to base, "doc" to doc)
}

private fun article(word: String) = if (word.first() in "aeiou") "an" else "a"

/**
 * An entry of the catalogue, for people and for programs.
 *
 * @property source the papers it comes from
 */
internal class EntryFacts(
    val named: NamedEntry,
    private val abilities: Abilities,
    private val parameters: List<ParameterFacts>,
    private val source: String?,
) {
    fun text(width: Int?): String {
        val facts = listOf(named.doc).filter { it.isNotEmpty() } + abilities.lines()
        val rows = parameters.map { listOf(it.name, it.type, it.default(), it.doc) }
        val lines = facts + aligned(rows, width?.minus(INDENT.length)) + listOfNotNull(source?.let { "source: $it" })
        return (listOf("  ${named.head}") + lines.map { INDENT + it }).joinToString("") { "$it\n" }
    }

    fun fields(kind: String): Map<String, Any?> =
        named.fields(kind) +
            mapOf(
                "offers" to abilities.offers,
                "needs" to abilities.needs,
                "parameters" to parameters.map { it.fields() },
                "source" to source,
            )

    private companion object {
        const val INDENT = "    "
    }
}

/** @property default as one writes it in an override, or as the DSL has it; null where there is none to be known */
internal class ParameterFacts(
    val name: String,
    val type: String,
    private val required: Boolean,
    private val default: String?,
    val doc: String,
) {
    fun default(): String = if (required) "required" else default ?: "optional"

    fun fields(): Map<String, Any?> =
        mapOf("name" to name, "type" to type, "required" to required, "default" to default, "doc" to doc)
}
