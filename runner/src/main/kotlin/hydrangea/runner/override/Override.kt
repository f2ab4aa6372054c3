package hydrangea.runner.override

/** The dotted name of a parameter of the script or of a component of the experiment: `target.means.0`. */
data class Key(val segments: List<String>) {
    constructor(vararg segments: String) : this(segments.toList())

    operator fun plus(segment: String) = Key(segments + segment)

    /** Whether [other] is this key or below it. */
    fun covers(other: Key) =
        other.segments.size >= segments.size && other.segments.subList(0, segments.size) == segments

    override fun toString() = segments.joinToString(".") { if (PLAIN.matches(it)) it else "'$it'" }

    private companion object {
        val PLAIN = Regex("""[\p{L}_$][\p{L}\d_$-]*|0|[1-9]\d*""")
    }
}

/** Who said a value. */
sealed interface Origin {
    data object CommandLine : Origin {
        override fun toString() = "command line"
    }

    /** A `--config` file, as the user named it. */
    data class Config(val file: String) : Origin {
        override fun toString() = "--config $file"
    }

    /** A line of an `@FILE` among the overrides. */
    data class File(val file: String, val line: Int) : Origin {
        override fun toString() = "@$file:$line"
    }

    /** How [text] is shown in a message about it: behind its place in a file. */
    fun before(text: String, line: Int? = null): String =
        when (this) {
            is CommandLine -> text
            is Config -> "${placed(file, line)}: $text"
            is File -> "$this: $text"
        }
}

/**
 * What [origin] said to do with a key; [line] is its line in a file. The value of `~key` is written as nothing.
 *
 * @property from the interpolation that gave the value
 */
data class Override(
    val key: Key,
    val value: Value,
    val origin: Origin,
    val line: Int? = null,
    val verb: Verb = Verb.CHANGE,
    val from: String? = null,
) {
    /** What says the same on a command line. */
    val said =
        when (verb) {
            Verb.CHANGE -> "$key=${value.text}"
            Verb.ADD -> "+$key=${value.text}"
            Verb.FORCE_ADD -> "++$key=${value.text}"
            Verb.APPEND -> "$key+=${value.text}"
            Verb.DEL -> if (value.text.isEmpty()) "~$key" else "~$key=${value.text}"
        }

    /** How to point at it in a message. */
    val label = origin.before(said, line) + (from?.let { " (from $it)" } ?: "")

    /** Who said it, with the interpolation. */
    val source = "$origin" + (from?.let { " ($it)" } ?: "")

    /** Whether what was said of [other], or of what is below it, counts no more. */
    fun replaces(other: Override) = verb != Verb.APPEND && verb != Verb.ADD && key.covers(other.key)

    /** A dictionary is what it says of the components, each by itself. */
    fun parts(): List<Override> {
        val entries = (value as? Value.Dictionary)?.entries.orEmpty()
        if (entries.isEmpty() || verb == Verb.DEL) return listOf(this)
        return entries.flatMap { (name, part) -> copy(key = key + segment(name), value = part).parts() }
    }

    private fun segment(name: Value) = if (name is Value.Text) name.value else name.text
}
