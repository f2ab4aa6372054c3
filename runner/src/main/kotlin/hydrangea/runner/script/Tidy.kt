package hydrangea.runner.script

/**
 * Takes from the compiler's diagnostics what only hides the mistake: repetitions, what follows from another error of
 * the same line, and all but the first of a long list of candidates. The words stay the compiler's.
 */
internal fun List<Diagnostic>.tidy(): List<Diagnostic> {
    val once = distinct().map { it.copy(message = it.message.shortened()) }
    return once.filterNot { it.follows() && once.any { cause -> cause.explains(it) } }
}

private fun Diagnostic.follows() =
    message == "Unresolved reference 'it'." ||
        message.startsWith("Cannot infer type for") ||
        message.startsWith("Not enough information to infer type")

private fun Diagnostic.explains(other: Diagnostic) =
    !warning && !follows() && source.path == other.source.path && line == other.line

private fun String.shortened(): String {
    val lines = lines().filter { it.isNotBlank() }
    if (lines.size <= LINES) return lines.joinToString("\n")
    return (lines.take(LINES) + "... and ${lines.size - LINES} lines more").joinToString("\n")
}

private const val LINES = 9
