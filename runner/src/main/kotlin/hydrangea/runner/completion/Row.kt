package hydrangea.runner.completion

/**
 * What a shell may offer for a key.
 *
 * @property part what the key belongs to: an entry of the catalogue, an option of the script, or, empty, the script
 * @property key empty where the row is about the part itself
 * @property candidates those of its values that have names
 */
internal data class Row(
    val part: String,
    val key: String,
    val type: String,
    val value: String,
    val candidates: List<String>,
    val doc: String,
) {
    fun line() = tabbed(listOf(part, key, type, value, candidates.joinToString("|"), doc))
}

/** A line of a table that a shell reads. */
internal fun tabbed(cells: List<String>) = cells.joinToString("\t", postfix = "\n") { it.replace(BLANKS, " ") }

private val BLANKS = Regex("""\s+""")
