package hydrangea.runner.plot

import hydrangea.models.Matrix
import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Figure
import hydrangea.models.figure.Figure.Chart
import hydrangea.models.figure.Figure.Panels
import hydrangea.models.figure.Layer
import org.jetbrains.letsPlot.awt.plot.PlotSvgExport
import org.jetbrains.letsPlot.gggrid
import org.jetbrains.letsPlot.ggsize
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.intern.figure.SubPlotsFigure
import org.jetbrains.letsPlot.intern.toSpec
import org.jetbrains.letsPlot.label.ggtitle
import org.jetbrains.letsPlot.label.xlab
import org.jetbrains.letsPlot.label.ylab
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleFillManual

/** The figure as an SVG document. */
fun svg(figure: Figure): String =
    when (figure) {
        is Chart -> slim(render(single(figure).toSpec()))
        is Panels -> panels(figure, Palette(figure.charts.flatMap { it.layers }))
    }

private fun panels(figure: Panels, palette: Palette): String =
    page(figure.title, caption(figure), palette.legend, slim(render(grid(figure, palette).toSpec())))

private fun render(spec: MutableMap<String, Any>) = PlotSvgExport.buildSvgImageFromRawSpecs(spec)

private fun single(chart: Chart): Plot {
    val height = (chart.bounds as? Bounds.Window)?.let { 400 * aspect(it) + 90 }
    val size = if (height == null) ggsize(width(chart), 400) else ggsize(460, height)
    return plot(chart, Place.ALONE, Palette(chart.layers), families(listOf(chart))) + size
}

/** As wide as the names below bars need: of names that do not fit some would be left out. */
private fun width(chart: Chart): Int {
    val names = chart.layers.filterIsInstance<Layer.Bars>().flatMap { it.names }
    return maxOf(640.0, 160 + names.size * (names.maxOfOrNull { width(it, SMALL) } ?: 0.0)).toInt()
}

private fun grid(panels: Panels, palette: Palette): SubPlotsFigure {
    val window = commonWindow(panels)
    val place = if (window == null) Place.CELL else Place.WINDOW
    val rows = (panels.charts.size + panels.columns - 1) / panels.columns
    val width = if (panels.columns > 3) 220 else if (panels.columns > 1 || window != null) 340 else 560
    val height = if (window == null) width * 0.75 else (width - 38) * aspect(window) + 64
    return gggrid(panels.charts.map { plot(it, place, palette) }, ncol = panels.columns, hspace = 4, vspace = 4) +
        ggsize(panels.columns * width, rows * height)
}

private fun aspect(window: Bounds.Window) =
    ((window.yTo - window.yFrom) / (window.xTo - window.xFrom)).coerceIn(0.3, 2.0)

/** The window that all panels show, if they do: they then have one caption for their axes. */
private fun commonWindow(panels: Panels) = panels.charts.map { it.bounds }.toSet().singleOrNull() as? Bounds.Window

private fun caption(panels: Panels): String =
    listOfNotNull(
            panels.caption.ifEmpty { null },
            families(panels.charts),
            panels.charts.firstOrNull().takeIf { commonWindow(panels) != null }?.run { "axes: $xLabel, $yLabel" },
        )
        .joinToString("; ")

/** Says once what red and blue mean, so that panels need no legends. */
private fun families(charts: List<Chart>): String? =
    charts.flatMap { it.layers }.mapNotNull(::coloured).distinct().ifEmpty { null }?.joinToString(", ")

private fun coloured(layer: Layer): String? =
    when (layer) {
        is Layer.Contours -> if (layer.role == Layer.Role.TARGET) "red: ${layer.label}" else null
        is Layer.Points -> if (layer.role == Layer.Role.SAMPLES) "blue: ${layer.label}" else null
        is Layer.Curve,
        is Layer.Band,
        is Layer.Bars -> null
    }

private fun plot(chart: Chart, place: Place, palette: Palette, subtitle: String? = null): Plot {
    val features =
        chart.layers.flatMap { marks(it, palette) }.ifEmpty { marks(NOTHING, palette) } +
            axes(chart.bounds, chart.layers) +
            scaleColorManual(palette.colours, name = "", limits = palette.labels) +
            scaleFillManual(palette.colours, name = "", limits = palette.labels) +
            ggtitle(chart.title, subtitle) +
            xlab(chart.xLabel) +
            ylab(chart.yLabel) +
            chartTheme(place, legend = place == Place.ALONE && palette.legend.isNotEmpty())
    return features.fold(letsPlot(), Plot::plus)
}

/** A plot without any layer would be refused. */
private val NOTHING = Layer.Points("", Layer.Role.SAMPLES, Matrix(0, 2))
