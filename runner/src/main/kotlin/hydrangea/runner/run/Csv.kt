package hydrangea.runner.run

/** [cells] as a line of a CSV file: one line whatever they hold, quotes around commas and quotes. */
internal fun csvLine(cells: List<String>) = cells.joinToString(",", postfix = "\n", transform = ::quoted)

private fun quoted(text: String): String {
    val line = text.replace(Regex("[\r\n]+"), " ")
    return if (line.any { it in ",\"" }) "\"${line.replace("\"", "\"\"")}\"" else line
}

/** The cells of a [line] that [csvLine] wrote. */
internal fun csvCells(line: String): List<String> =
    CELL.findAll(line).map { it.groupValues[1].replace("\"\"", "\"") + it.groupValues[2] }.toList()

/** Ends before a comma or the end, and begins after one or at the start: an empty cell is a cell too. */
private val CELL = Regex("(?<=^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?=,|$)")
