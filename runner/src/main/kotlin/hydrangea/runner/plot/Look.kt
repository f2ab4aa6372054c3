package hydrangea.runner.plot

import hydrangea.models.figure.Layer
import hydrangea.models.figure.Layer.Role
import java.awt.Color
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.themes.elementBlank
import org.jetbrains.letsPlot.themes.elementLine
import org.jetbrains.letsPlot.themes.elementRect
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.margin
import org.jetbrains.letsPlot.themes.theme
import org.jetbrains.letsPlot.themes.themeMinimal

private const val RED = "#c62828"
private const val BLUE = "#1565c0"
internal const val FONT = "Helvetica, Arial, DejaVu Sans, sans-serif"
internal const val INK = "#222222"
internal const val FAINT = "#6b6b6b"

/** Distinct for most colour-blind readers too; blue comes first and is left out where samples take it. */
private val SERIES =
    listOf(BLUE, "#e07b00", "#2e8b57", "#7b4ea3", "#8c564b", "#d4679f", "#4d4d4d", "#b8a100", "#1aa3b8")

internal fun colour(role: Role) = if (role == Role.TARGET) RED else BLUE

/** The colours of the labels of charts that targets and samples leave over. */
internal class Palette(layers: List<Layer>) {
    val labels = layers.flatMap(::labels).distinct()
    private val free = if (layers.any(::samples)) SERIES.drop(1) else SERIES
    val colours = labels.indices.map { free[it % free.size] }

    /** What a reader needs to tell the labels apart: nothing where there is but one. */
    val legend = if (labels.size > 1) labels.zip(colours) else emptyList()

    fun of(layer: Layer.Contours) =
        if (layer.role == Role.OTHER) colours[labels.indexOf(layer.label)] else colour(layer.role)

    private fun samples(layer: Layer) = layer is Layer.Points && layer.role == Role.SAMPLES

    private fun labels(layer: Layer): List<String> =
        when (layer) {
            is Layer.Curve -> listOf(layer.label)
            is Layer.Band -> listOf(layer.label)
            is Layer.Bars -> layer.series
            is Layer.Points -> listOf(layer.label).filter { layer.role == Role.OTHER }
            is Layer.Contours -> listOf(layer.label).filter { layer.role == Role.OTHER }
        }
}

/** From pale at the lowest level to the full colour at the highest. */
internal fun shade(colour: String, index: Int, count: Int): String {
    val full = Color.decode(colour)
    val pale = if (count == 1) 0.0 else 0.55 * (count - 1 - index) / (count - 1)
    val mixed = listOf(full.red, full.green, full.blue).map { (it + (255 - it) * pale).toInt() }
    return "#%02x%02x%02x".format(*mixed.toTypedArray())
}

/**
 * How a chart stands on the page: by itself, in a grid, or in a grid of equal windows (whose caption names the axes).
 */
internal enum class Place {
    ALONE,
    CELL,
    WINDOW,
}

internal fun chartTheme(place: Place, legend: Boolean): List<Feature> {
    val alone = place == Place.ALONE
    val ticks = elementText(size = if (alone) 12 else 10, color = FAINT, angle = 0)
    val look =
        theme(
            text = elementText(color = INK),
            plotTitle = elementText(size = if (alone) 16 else 12, face = if (alone) "bold" else "plain", color = INK),
            plotSubtitle = elementText(size = 12, color = FAINT),
            axisTitle =
                if (place == Place.WINDOW) elementBlank() else elementText(size = if (alone) 12 else 10, color = INK),
            axisText = ticks,
            axisLine = elementBlank(),
            axisTicks = elementBlank(),
            panelGridMajor = elementLine(color = "#e8e8e8", size = 0.6),
            panelGridMinor = elementBlank(),
            panelBorder = elementRect(color = "#bdbdbd", size = 0.8),
            plotMargin = if (alone) margin(10, 16, 10, 10) else margin(2, 4, 2, 4),
            legendText = elementText(size = if (alone) 12 else 10),
        )
    return listOf(themeMinimal(), look, if (legend) theme().legendPositionRight() else theme().legendPositionNone())
}
