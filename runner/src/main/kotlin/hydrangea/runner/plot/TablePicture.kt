package hydrangea.runner.plot

/** Tables below one another as an SVG document; a table is rows of cells, its first row the head. */
internal fun tablePicture(title: String, caption: String, tables: List<List<List<String>>>): String {
    val tops = tables.runningFold(0) { top, rows -> top + (rows.size + 1) * LINE }
    val widths = tables.map(::columnWidths)
    val width = 2 * MARGIN + widths.maxOf { it.sum() } - GAP
    val body = tables.indices.joinToString("") { drawn(tables[it], widths[it], tops[it]) }
    val open = """<svg xmlns="http://www.w3.org/2000/svg" width="$width" height="${tops.last()}">"""
    return page(title, caption, emptyList(), "$open\n$body</svg>\n")
}

private fun columnWidths(rows: List<List<String>>) =
    rows.first().indices.map { column -> rows.maxOf { width(it[column], SMALL) }.toInt() + GAP }

private fun drawn(rows: List<List<String>>, widths: List<Int>, top: Int): String {
    val starts = widths.runningFold(MARGIN, Int::plus)
    val line = """<path d="M$MARGIN ${top + LINE}H${starts.last() - GAP}" stroke="#bdbdbd"/>""" + "\n"
    return rows.indices.joinToString("", prefix = line) { i ->
        val y = top + LINE * i + 14 + if (i > 0) 4 else 0
        val look = if (i == 0) """font-size="$SMALL" font-weight="bold" fill="$INK"""" else CELL
        rows[i].indices.joinToString("") { text(starts[it], y, rows[i][it], look) + "\n" }
    }
}

private const val GAP = 18
private const val CELL = """font-size="$SMALL" fill="$INK""""
