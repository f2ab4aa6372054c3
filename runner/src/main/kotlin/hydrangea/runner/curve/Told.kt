package hydrangea.runner.curve

import hydrangea.models.Matrix
import hydrangea.runner.run.MetricsRow

/** What a run told so far, and whether it came to its end. */
internal class Told(val rows: List<MetricsRow>, val finished: Boolean)

/** Runs that make one curve: they differ in nothing but their seed. */
internal class Bundle(label: String, val runs: List<Told>) {
    /** What each of those runs has numbers of that has any. */
    val metrics: List<Set<Metric>> = runs.map { it.rows.flatMap(::metrics).toSet() }.filter { it.isNotEmpty() }

    /** How many runs there are to draw, and of how many. */
    val n = if (metrics.size == runs.size) "n=${runs.size}" else "n=${metrics.size} of ${runs.size}"

    val label = "$label ($n)"

    fun of(metric: Metric, axis: Axis): List<Series> {
        val drawn = runs.mapNotNull { run -> series(run.rows, metric, axis)?.let { Pair(run, it) } }
        val end = drawn.maxOfOrNull { (_, series) -> series.x.last() } ?: 0.0
        return drawn.map { (run, series) -> if (axis.passes && run.finished) series.staying(end) else series }
    }

    /** Where runs stopped that did not finish, `[n, 2]`. */
    fun ends(metric: Metric, axis: Axis): Matrix {
        val stopped = runs.filterNot { it.finished }.mapNotNull { series(it.rows, metric, axis) }
        val ends = stopped.map { doubleArrayOf(it.x.last(), it.y.last()) }
        return if (ends.isEmpty()) Matrix(0, 2) else Matrix.of(*ends.toTypedArray())
    }
}

/** Steps count within a phase, so that a metric in two phases is two curves. */
internal data class Metric(val phase: String, val name: String) {
    override fun toString() = "$phase: $name"
}

private fun metrics(row: MetricsRow) =
    row.values.filter { (name, value) -> name != UPDATES_MADE && value.isFinite() }.keys.map { Metric(row.phase, it) }

/** Its numbers over [axis], the last of those at one place; what is not finite has no place in a picture. */
private fun series(rows: List<MetricsRow>, metric: Metric, axis: Axis): Series? {
    val points = LinkedHashMap<Double, Double>()
    for (row in rows.filter { it.phase == metric.phase }) {
        val value = row.values[metric.name]?.takeIf { it.isFinite() } ?: continue
        points[axis.of(row) ?: continue] = value
    }
    return if (points.isEmpty()) null else Series(points.keys.toDoubleArray(), points.values.toDoubleArray())
}
