package hydrangea.runner.plot

import kotlin.math.hypot

/** A line through `(x[i], y[i])` in order; closed when its last point is its first. */
internal class Polyline(val x: DoubleArray, val y: DoubleArray) {
    private val last = x.size - 1
    private val closed = x[0] == x[last] && y[0] == y[last]

    /**
     * A curve through the same points, [parts] pieces for each: cubic Hermite, its tangents from the two neighbours,
     * each weighted by its distance, so that close points make no loops.
     */
    fun smooth(parts: Int = 4): Polyline {
        if (x.size < 4) return this
        val xs = tangents(x)
        val ys = tangents(y)
        fun along(values: DoubleArray, slopes: DoubleArray) =
            DoubleArray(parts * last + 1) {
                val i = minOf(it / parts, last - 1)
                hermite(values, slopes, i, it / parts.toDouble() - i)
            }
        return Polyline(along(x, xs), along(y, ys))
    }

    private fun hermite(p: DoubleArray, slope: DoubleArray, i: Int, s: Double): Double {
        val length = length(i)
        val fall = (1 + 2 * s) * (1 - s) * (1 - s)
        return fall * p[i] + (1 - fall) * p[i + 1] + s * (1 - s) * length * ((1 - s) * slope[i] - s * slope[i + 1])
    }

    private fun tangents(p: DoubleArray) =
        DoubleArray(p.size) {
            val before = if (it > 0) it - 1 else if (closed) last - 1 else 0
            val after = if (it < last) it + 1 else if (closed) 1 else last
            val way = (if (before == it) 0.0 else length(before)) + (if (after == it) 0.0 else length(after - 1))
            if (way > 0) (p[after] - p[before]) / way else 0.0
        }

    /** The length of the piece from point [i] to the next. */
    private fun length(i: Int) = hypot(x[i + 1] - x[i], y[i + 1] - y[i])
}
