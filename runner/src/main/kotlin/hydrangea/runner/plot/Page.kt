package hydrangea.runner.plot

/** The SVG document [body] below a heading: [title], [caption], and a line's sample for each label of [legend]. */
internal fun page(title: String, caption: String, legend: List<Pair<String, String>>, body: String): String {
    val (width, height) = size(body)
    val room = width - 2.0 * MARGIN
    val lines =
        filled(caption.split(" ").filter { it.isNotEmpty() }, room) { width("$it ", SMALL) }
            .map { it.joinToString(" ") }
    val rows = filled(legend, room) { (label, _) -> entryWidth(label) }
    val heading = MARGIN + 24 + LINE * (lines.size + rows.size)
    return """
        |<svg xmlns="http://www.w3.org/2000/svg" width="$width" height="${height + heading + 8}">
        |<rect width="100%" height="100%" fill="white"/>
        |${text(MARGIN, 28, title, """font-size="17" font-weight="bold" fill="$INK"""")}
        |${lines.withIndex().joinToString("\n") { (i, it) -> text(MARGIN, 48 + LINE * i, it, SMALL_FAINT) }}
        |${rows.withIndex().joinToString("\n") { (i, it) -> entries(it, 48 + LINE * (lines.size + i)) }}
        |<g transform="translate(0 $heading)">
        |$body</g>
        |</svg>
        |"""
        .trimMargin()
}

private fun entries(row: List<Pair<String, String>>, y: Int): String {
    val starts = row.runningFold(MARGIN) { x, (label, _) -> x + entryWidth(label).toInt() }
    return row.zip(starts).joinToString("\n") { (entry, x) ->
        val (label, colour) = entry
        """<path d="M$x ${y - 4}h20" stroke="$colour" stroke-width="3"/>""" +
            text(x + 26, y, label, """font-size="$SMALL" fill="$INK"""")
    }
}

private fun entryWidth(label: String) = 26 + width(label, SMALL) + 16

internal fun text(x: Int, y: Int, text: String, look: String) =
    """<text x="$x" y="$y" font-family="$FONT" $look>${escaped(text)}</text>"""

/** How wide [text] is at most, roughly: there may be no font here to ask. */
internal fun width(text: String, size: Int) = 0.62 * size * text.length

/** [items] on as few lines as they need, in order, none wider than [room] if it holds more than one. */
internal fun <T> filled(items: List<T>, room: Double, width: (T) -> Double): List<List<T>> {
    val lines = mutableListOf<MutableList<T>>()
    var left = 0.0
    for (item in items) {
        if (lines.isEmpty() || width(item) > left) {
            lines += mutableListOf<T>()
            left = room
        }
        lines.last() += item
        left -= width(item)
    }
    return lines
}

internal const val SMALL = 12
internal const val LINE = 20
internal const val MARGIN = 14
private const val SMALL_FAINT = """font-size="$SMALL" fill="$FAINT""""
