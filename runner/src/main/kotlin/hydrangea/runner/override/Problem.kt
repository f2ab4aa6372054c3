package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.spelledShortly

/** What is wrong with some overrides: the text, and the type and the value now where they help. */
internal data class Problem(
    val overrides: List<Override>,
    val what: String,
    val type: String? = null,
    val now: String? = null,
) {
    override fun toString(): String {
        val labels = overrides.joinToString(", ") { it.label }
        val facts = listOfNotNull(type, now?.let { "now $it" })
        val problem = if (labels.isEmpty()) what else "$labels: $what"
        return problem + if (facts.isEmpty()) "" else facts.joinToString(", ", " (", ")")
    }
}

/** A value now, short enough for a message. */
internal fun Catalogue.now(value: Any?): String =
    spelledShortly(value).let { if (it.length <= LONGEST) it else it.take(LONGEST - 3) + "..." }

private const val LONGEST = 60
