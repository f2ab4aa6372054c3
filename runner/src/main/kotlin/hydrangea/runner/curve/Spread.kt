package hydrangea.runner.curve

import hydrangea.models.Matrix
import hydrangea.models.Quantile
import hydrangea.models.figure.Layer
import kotlin.math.abs

/** What one run went through: [y] over [x], which ascends; straight between the points. */
internal class Series(val x: DoubleArray, val y: DoubleArray) {
    /** The value at [position], or that of the nearest end if it is no farther than [slack] beyond. */
    fun at(position: Double, slack: Double = 0.0): Double? {
        val inside = position.coerceIn(x.first(), x.last())
        if (abs(position - inside) > slack) return null
        val found = x.binarySearch(inside)
        if (found >= 0) return y[found]
        val after = -found - 1
        val share = (inside - x[after - 1]) / (x[after] - x[after - 1])
        return y[after - 1] + share * (y[after] - y[after - 1])
    }

    /** The same, with its last value as far as [end]. */
    fun staying(end: Double) = if (end > x.last()) Series(x + end, y + y.last()) else this
}

/**
 * The middle of several runs, `[n, 4]`: x, first quartile, median, third quartile.
 *
 * Median and quartiles, and not the mean with its t-interval: of five seeds one that fails drags the mean along, and
 * the interval, 1.24 standard deviations to each side, is drawn from a normal law that learning curves do not follow: a
 * positive loss gets a lower end below zero. Quartiles lie between what runs really did, a logarithmic axis leaves them
 * what they are, and they say how seeds differ, which is the question that a sweep over seeds asks.
 *
 * Its grid is every x that any run has, thinned evenly to [most]; at each, the runs that reach there count. Episodes
 * end where they will: ends that lie within a hundredth of the whole are one end, or the lines would close with a jump.
 */
internal fun spread(runs: List<Series>, most: Int = 200): Matrix {
    val grid = thinned(runs.flatMap { it.x.asList() }.distinct().sorted(), most)
    val slack = if (grid.isEmpty()) 0.0 else (grid.last() - grid.first()) / 100
    val rows =
        grid.map { x ->
            val values = runs.mapNotNull { it.at(x, slack) }.sorted()
            doubleArrayOf(x, quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75))
        }
    return if (rows.isEmpty()) Matrix(0, 4) else Matrix.of(*rows.toTypedArray())
}

/** The median as a curve, above the band between the quartiles where there are several runs. */
internal fun layers(label: String, runs: List<Series>): List<Layer> {
    val spread = spread(runs)
    val curve = Layer.Curve(label, columns(spread, 0, 2))
    return if (runs.size > 1) listOf(Layer.Band(label, columns(spread, 0, 1, 3)), curve) else listOf(curve)
}

internal fun quantile(sorted: List<Double>, p: Double): Double = Quantile.of(sorted.toDoubleArray(), p)

private fun thinned(grid: List<Double>, most: Int) =
    if (grid.size <= most) grid else List(most) { grid[it * (grid.size - 1) / (most - 1)] }

private fun columns(of: Matrix, vararg columns: Int) =
    Matrix.beside(*columns.map { of.columns(it, it + 1) }.toTypedArray())
