package hydrangea.runner.run

import hydrangea.runner.UsageError

/** What its user calls a run, to find it again: a name, which its directory bears too, and tags. */
class Label(val name: String? = null, val tags: List<String> = emptyList()) {
    init {
        (listOfNotNull(name) + tags)
            .firstOrNull { !WORD.matches(it) }
            ?.let { throw UsageError("$it is no name for a run: use letters, digits, points, dashes and underscores") }
    }

    /** Ends the name of the directory. */
    val suffix = name?.let { "-$it" } ?: ""

    private companion object {
        val WORD = Regex("""[\p{L}\d_][\p{L}\d._-]{0,99}""")
    }
}
