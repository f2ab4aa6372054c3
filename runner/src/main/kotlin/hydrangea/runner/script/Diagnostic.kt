package hydrangea.runner.script

/**
 * What is wrong, or doubtful, at a place of a script.
 *
 * @property line counted from 1; 0 where only the file is known
 * @property column counted from 1, in UTF-16 units as editors and the compiler count
 * @property width how much of the line is meant
 */
data class Diagnostic(
    val source: Source,
    val line: Int,
    val column: Int,
    val width: Int,
    val message: String,
    val warning: Boolean = false,
) {
    /** The text of the line that [line] numbers. */
    val sourceLine: String
        get() = source.line(line)

    /** `path:line:col: message`, the source line, a line of carets, and [hint] where there is one. */
    fun render(hint: String? = null): String {
        val text = if (warning) "warning: $message" else message
        if (line == 0) return listOfNotNull("${source.path.shown()}: $text", hint).joinToString("\n")
        return listOfNotNull("${source.path.shown()}:$line:$column: $text", sourceLine, carets(), hint)
            .joinToString("\n")
    }

    private fun carets(): String {
        val before = sourceLine.take(column - 1)
        // Tabs stay tabs, so that the carets stand under their text whatever the width of a tab.
        val indent = before.map { if (it == '\t') '\t' else ' ' }.joinToString("")
        return indent + "^".repeat(width.coerceIn(1, maxOf(1, sourceLine.length - before.length)))
    }

    companion object {
        /** The diagnostic for [width] characters from [offset] on. */
        fun at(source: Source, offset: Int, width: Int, message: String): Diagnostic {
            val before = source.text.take(offset)
            val column = offset - before.lastIndexOf('\n')
            return Diagnostic(source, before.count { it == '\n' } + 1, column, width, message)
        }
    }
}

/** What to tell the user beneath a diagnostic of the compiler, if anything. */
fun interface Hints {
    fun hint(diagnostic: Diagnostic): String?
}

/** All of them, each with its hint; a hint that applies more than once stands under the first. */
internal fun List<Diagnostic>.render(hints: Hints): List<String> {
    val given = HashSet<String>()
    return map { it.render(hints.hint(it)?.takeIf(given::add)) }
}
