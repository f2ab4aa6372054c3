package hydrangea.runner.plot

import hydrangea.models.Matrix
import hydrangea.models.figure.Layer
import hydrangea.models.figure.Layer.Role
import org.jetbrains.letsPlot.Stat
import org.jetbrains.letsPlot.geom.geomBar
import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomPath
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomRibbon
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.pos.positionDodge
import org.jetbrains.letsPlot.sampling.samplingNone
import org.jetbrains.letsPlot.tooltips.tooltipsNone

/** The geometry of one layer, from bottom to top. */
internal fun marks(layer: Layer, palette: Palette): List<Feature> =
    when (layer) {
        is Layer.Points -> listOf(points(layer))
        is Layer.Contours -> contours(layer, palette)
        is Layer.Curve -> listOf(curve(layer))
        is Layer.Band -> listOf(band(layer))
        is Layer.Bars -> listOf(bars(layer))
    }

private fun points(layer: Layer.Points): Feature {
    val n = layer.points.rows
    val data = mapOf("x" to layer.points.list(0), "y" to layer.points.list(1), "label" to List(n) { layer.label })
    val size = if (n > 500) 0.9 else 1.8
    return geomPoint(
        data,
        sampling = samplingNone,
        tooltips = tooltipsNone,
        shape = 16,
        size = size,
        alpha = opacity(n),
        color = if (layer.role == Role.OTHER) null else colour(layer.role),
        showLegend = layer.role == Role.OTHER,
    ) {
        x = "x"
        y = "y"
        if (layer.role == Role.OTHER) color = "label"
    }
}

/** Enough to see a lone point, little enough that a heap of them still shows its shape. */
private fun opacity(points: Int) = (500.0 / points).coerceIn(0.12, 0.7)

private fun contours(layer: Layer.Contours, palette: Palette): List<Feature> =
    layer.levels.sorted().mapIndexedNotNull { i, level ->
        val lines = isolines(layer.values, layer.window, level).map { it.smooth() }
        val shade = shade(palette.of(layer), i, layer.levels.size)
        if (lines.isEmpty()) null else outline(lines, shade)
    }

private fun outline(lines: List<Polyline>, shade: String): Feature {
    val data =
        mapOf(
            "x" to lines.flatMap { it.x.asList() },
            "y" to lines.flatMap { it.y.asList() },
            "line" to lines.flatMapIndexed { i, line -> List(line.x.size) { i } },
        )
    return geomPath(data, sampling = samplingNone, tooltips = tooltipsNone, color = shade, size = 0.6) {
        x = "x"
        y = "y"
        group = "line"
    }
}

private fun curve(layer: Layer.Curve): Feature {
    val points = thinned(layer.points)
    val data = mapOf("x" to points.list(0), "y" to points.list(1), "label" to List(points.rows) { layer.label })
    return geomLine(data, sampling = samplingNone, tooltips = tooltipsNone, size = 0.8) {
        x = "x"
        y = "y"
        color = "label"
    }
}

/** The curve of the same label has its place in the legend. */
private fun band(layer: Layer.Band): Feature {
    val points = thinned(layer.points)
    val data =
        mapOf(
            "x" to points.list(0),
            "lower" to points.list(1),
            "upper" to points.list(2),
            "label" to List(points.rows) { layer.label },
        )
    return geomRibbon(
        data,
        sampling = samplingNone,
        tooltips = tooltipsNone,
        size = 0,
        alpha = 0.2,
        showLegend = false,
    ) {
        x = "x"
        ymin = "lower"
        ymax = "upper"
        fill = "label"
    }
}

private fun bars(layer: Layer.Bars): Feature {
    val data =
        mapOf(
            "name" to layer.names.flatMap { name -> layer.series.map { name } },
            "label" to layer.names.flatMap { layer.series },
            "height" to layer.heights.data.asList(),
        )
    return geomBar(data, stat = Stat.identity, position = positionDodge(), tooltips = tooltipsNone, width = 0.7) {
        x = "name"
        y = "height"
        fill = "label"
    }
}

internal fun Matrix.list(column: Int) = List(rows) { at(it, column) }

/** No more points than a picture can show: of every stretch the lowest and the highest, so that spikes stay. */
internal fun thinned(points: Matrix, most: Int = 1_000): Matrix {
    if (points.rows <= most) return points
    val stretches = (0 until points.rows).chunked(2 * points.rows / most + 1)
    val kept =
        stretches.flatMap { rows ->
            listOf(rows.minBy { points.at(it, 1) }, rows.maxBy { points.at(it, points.columns - 1) })
                .distinct()
                .sorted()
        }
    return Matrix.of(*Array(kept.size) { points.row(kept[it]) })
}
