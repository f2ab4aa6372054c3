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
        val PLAIN = Regex("""[^\s.=,()\[\]{}'"]+""")
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

/** `key=value`, as [origin] said it; [line] is its line in a file. */
data class Override(val key: Key, val value: Value, val origin: Origin, val line: Int? = null) {
    /** `key=value`: what says the same on a command line. */
    val said = "$key=${value.text}"

    /** How to point at it in a message. */
    val label = origin.before(said, line)
}
