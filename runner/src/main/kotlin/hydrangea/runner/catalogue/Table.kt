package hydrangea.runner.catalogue

/** A line for the head and each row, in aligned columns. */
internal fun table(head: List<String>, rows: List<List<String>>): String =
    aligned(listOf(head) + rows).joinToString("") { "$it\n" }

/** Rows as lines of aligned columns; a cell wider than [WIDEST] shifts only its own row. */
internal fun aligned(rows: List<List<String>>): List<String> {
    val widths =
        rows.maxOfOrNull { it.size }?.let { columns -> List(columns) { width(rows, it) } } ?: return emptyList()
    return rows.map { row -> row.withIndex().joinToString("  ") { (i, cell) -> cell.padEnd(widths[i]) }.trimEnd() }
}

private fun width(rows: List<List<String>>, column: Int) =
    rows.map { it[column].length }.filter { it <= WIDEST }.maxOrNull() ?: 0

private const val WIDEST = 60
