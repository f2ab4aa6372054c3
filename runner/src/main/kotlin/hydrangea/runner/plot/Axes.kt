package hydrangea.runner.plot

import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Layer
import java.util.Locale
import kotlin.math.pow
import org.jetbrains.letsPlot.coord.coordFixed
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.scale.scaleXContinuous
import org.jetbrains.letsPlot.scale.scaleXLog10
import org.jetbrains.letsPlot.scale.scaleYContinuous
import org.jetbrains.letsPlot.scale.scaleYLog10

internal fun axes(bounds: Bounds, layers: List<Layer>): List<Feature> =
    when (bounds) {
        is Bounds.Fit -> emptyList()
        is Bounds.FitLogY -> listOf(logY(layers))
        is Bounds.FitLogLog -> listOf(scaleXLog10(), logY(layers))
        is Bounds.Window ->
            listOf(
                coordFixed(xlim = Pair(bounds.xFrom, bounds.xTo), ylim = Pair(bounds.yFrom, bounds.yTo)),
                ticks(bounds.xFrom, bounds.xTo).let { scaleXContinuous(breaks = it, labels = it.map(::short)) },
                ticks(bounds.yFrom, bounds.yTo).let { scaleYContinuous(breaks = it, labels = it.map(::short)) },
            )
    }

/** Both ends and the middle. */
private fun ticks(from: Double, to: Double) = listOf(from, (from + to) / 2, to)

/** A twentieth beyond what is drawn, at both ends: a curve would run along the frame otherwise. */
private fun logY(layers: List<Layer>): Feature {
    val drawn = layers.flatMap(::heights).filter { it > 0 && it.isFinite() }
    if (drawn.isEmpty() || drawn.min() == drawn.max()) return scaleYLog10()
    val margin = (drawn.max() / drawn.min()).pow(0.05)
    return scaleYLog10(limits = Pair(drawn.min() / margin, drawn.max() * margin))
}

private fun heights(layer: Layer): List<Double> =
    when (layer) {
        is Layer.Points -> layer.points.list(1)
        is Layer.Curve -> layer.points.list(1)
        is Layer.Band -> layer.points.list(1) + layer.points.list(2)
        is Layer.Bars,
        is Layer.Contours -> emptyList()
    }

private fun short(value: Double) = "%.6g".format(Locale.ROOT, value).toBigDecimal().stripTrailingZeros().toPlainString()
