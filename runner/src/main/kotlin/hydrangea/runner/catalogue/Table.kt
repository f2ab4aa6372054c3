package hydrangea.runner.catalogue

/** A line for the head and each row, in aligned columns; see [aligned]. */
internal fun table(head: List<String>, rows: List<List<String>>, width: Int? = null): String =
    aligned(listOf(head) + rows, width).joinToString("") { "$it\n" }

/**
 * Rows as lines of aligned columns; a cell wider than [WIDEST] shifts only its own row. What stands in the last column
 * ends at [width], with an ellipsis where that cuts it.
 */
internal fun aligned(rows: List<List<String>>, width: Int? = null): List<String> {
    val widths =
        rows.maxOfOrNull { it.size }?.let { columns -> List(columns) { width(rows, it) } } ?: return emptyList()
    return rows.map { row ->
        val line = row.withIndex().joinToString("  ") { (i, cell) -> cell.padEnd(widths[i]) }.trimEnd()
        cut(line, row.last(), width)
    }
}

private fun width(rows: List<List<String>>, column: Int) =
    rows.map { it[column].length }.filter { it <= WIDEST }.maxOrNull() ?: 0

private fun cut(line: String, last: String, width: Int?): String {
    if (width == null || line.length <= width || last.isEmpty()) return line
    val before = line.dropLast(last.length)
    return if (width - before.length < NARROWEST) before.trimEnd() else line.take(width - 1).trimEnd() + "…"
}

private const val WIDEST = 60

/** Less than this of a text says nothing. */
private const val NARROWEST = 12
