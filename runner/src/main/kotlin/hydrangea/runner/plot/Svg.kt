package hydrangea.runner.plot

/** Width and height that an SVG document gives itself. */
internal fun size(svg: String): Pair<Float, Float> {
    val (width, height) = checkNotNull(SIZE.find(svg)) { "an SVG without a size" }.destructured
    return Pair(width.toFloat(), height.toFloat())
}

private val SIZE = Regex("""<svg[^>]* width="([0-9.]+)" height="([0-9.]+)"""")

internal fun escaped(text: String) = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

/**
 * The same picture in a tenth of the bytes: a cloud of like circles becomes a few paths of round dots.
 *
 * The points take turns among [SHEETS] paths; within one path overlaps do not add up, so that a heap of points shows
 * how dense it is and yet never hides what lies below it.
 */
internal fun slim(svg: String): String = buildString {
    val cloud = mutableListOf<Circle>()
    for (line in svg.lineSequence()) {
        val circle = CIRCLE.matchEntire(line.trim())?.let(::Circle)
        if (cloud.isNotEmpty() && circle?.style != cloud[0].style) {
            append(dots(cloud))
            cloud.clear()
        }
        if (circle != null) cloud += circle else append(TAG.replace(line) { rounded(it.value) }).append('\n')
    }
}

private const val SHEETS = 8

private val CIRCLE =
    Regex(
        """<circle fill="([^"]*)" fill-opacity="([^"]*)" stroke="[^"]*" stroke-opacity="0.0" stroke-width="0.0"""" +
            """ cx="([^"]*)" cy="([^"]*)" r="([^"]*)" />"""
    )

private class Circle(match: MatchResult) {
    val style = match.groupValues.run { Triple(this[1], this[2], this[5].toDouble()) }
    val dot = match.groupValues.run { "M${rounded(this[3])} ${rounded(this[4])}h0" }
}

private fun dots(cloud: List<Circle>): String {
    val (colour, opacity, radius) = cloud[0].style
    val look = """stroke="$colour" stroke-opacity="$opacity" stroke-width="${rounded("${2 * radius}")}""""
    return (0 until minOf(SHEETS, cloud.size)).joinToString("") { sheet ->
        val dots = cloud.filterIndexed { i, _ -> i % SHEETS == sheet }.joinToString("") { it.dot }
        """<path class="points" fill="none" stroke-linecap="round" $look d="$dots"/>""" + "\n"
    }
}

/** To a hundredth of a pixel. */
private fun rounded(numbers: String) = LONG_NUMBER.replace(numbers, "$1")

/** What a reader sees between tags keeps its digits. */
private val TAG = Regex("<[^>]*>")

private val LONG_NUMBER = Regex("""(\d\.\d\d)\d+""")
