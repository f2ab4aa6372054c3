package hydrangea.runner.override

import java.nio.file.Path

/** An override as a text, and who says it. */
internal data class Spoken(val text: String, val origin: Origin)

/**
 * The overrides among the [words] of a command line, `@FILE` as the lines of the file; what is wrong with the files is
 * added to [problems].
 *
 * Blank lines and those that begin with `#` say nothing. A file that is named in a file lies beside it.
 */
internal fun spoken(words: List<String>, problems: MutableList<String> = mutableListOf()): List<Spoken> =
    words.flatMap { OverrideFiles(problems).spoken(Spoken(it, Origin.CommandLine), Path.of("")) }

private class OverrideFiles(private val problems: MutableList<String>) {
    /** The files that are being read, the outermost first. */
    private val open = LinkedHashMap<Path, String>()

    fun spoken(said: Spoken, folder: Path): List<Spoken> =
        if (said.text.startsWith("@")) file(said, folder.resolve(said.text.drop(1))) else listOf(said)

    private fun file(said: Spoken, path: Path): List<Spoken> {
        val key = path.toAbsolutePath().normalize()
        val refusal =
            when {
                said.text == "@" -> "the name of a file follows, as in @dir/file"
                key in open -> "the files go round in a circle: ${(open.values + said.text).joinToString(" names ")}"
                else -> null
            }
        if (refusal != null) return problem(said, "${said.text}: $refusal")
        open[key] = said.text
        return lines(said, path).also { open.remove(key) }
    }

    private fun lines(said: Spoken, path: Path): List<Spoken> =
        try {
            textOf(path, said.text)
                .lines()
                .mapIndexed { i, line -> Spoken(line.trim(), Origin.File("$path", i + 1)) }
                .filterNot { it.text.isEmpty() || it.text.startsWith("#") }
                .flatMap { spoken(it, path.resolveSibling("")) }
        } catch (e: FileFault) {
            problem(said, e.message.orEmpty())
        }

    private fun problem(said: Spoken, what: String): List<Spoken> {
        problems += said.origin.before(what)
        return emptyList()
    }
}
