package hydrangea.runner.sweep

import hydrangea.models.Matrix
import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Figure
import hydrangea.models.figure.Layer
import hydrangea.runner.run.MetricsRow
import hydrangea.runner.run.metricsRows

/** The learning curves of a sweep: a panel for each metric that several jobs have; null where there is none. */
internal fun learningCurves(title: String, groups: List<SeedGroup>): Figure.Panels? {
    val shown = groups.take(MOST_GROUPS).map(::Curves)
    val metrics = metrics(shown)
    if (metrics.isEmpty()) return null
    val panels = metrics.take(MOST_PANELS)
    val titled = panels.map { it.phase }.distinct().size > 1
    val charts = panels.map { metric -> chart(metric, if (titled) "$metric" else metric.name, shown) }
    return Figure.Panels(title, caption(groups, shown, metrics), minOf(3, charts.size), charts)
}

/** Steps count within a phase, so that a metric in two phases is two curves. */
private data class Metric(val phase: String, val name: String) {
    override fun toString() = "$phase: $name"
}

/** What the jobs of a group went through. */
private class Curves(val group: SeedGroup) {
    val runs = group.jobs.map { job -> Pair(job, series(metricsRows(job.metrics))) }

    /** How many jobs there are to draw, and of how many. */
    val n: String = count(runs.count { (_, series) -> series.isNotEmpty() })

    val label = "${group.label} ($n)"

    fun of(metric: Metric): List<Series> = runs.mapNotNull { (_, series) -> series[metric] }

    /** Where jobs stopped that did not finish, `[n, 2]`. */
    fun ends(metric: Metric): Matrix {
        val stopped = runs.filter { (job, _) -> job !in group.finished }
        val ends = stopped.mapNotNull { (_, series) -> series[metric] }.map { doubleArrayOf(it.x.last(), it.y.last()) }
        return if (ends.isEmpty()) Matrix(0, 2) else Matrix.of(*ends.toTypedArray())
    }

    private fun count(n: Int) = if (n == group.jobs.size) "n=$n" else "n=$n of ${group.jobs.size}"
}

/** Its numbers of each metric over the steps; what is not finite has no place in a picture. */
private fun series(rows: List<MetricsRow>): Map<Metric, Series> =
    rows
        .flatMap { row -> row.values.map { (name, value) -> Metric(row.phase, name) to Pair(row.step, value) } }
        .filter { (_, point) -> point.second.isFinite() }
        .groupBy({ it.first }, { it.second })
        .mapValues { (_, points) ->
            Series(
                DoubleArray(points.size) { points[it].first.toDouble() },
                DoubleArray(points.size) { points[it].second },
            )
        }

/** Those with something to draw, and in several jobs if there are several: losses first. */
private fun metrics(shown: List<Curves>): List<Metric> {
    val jobs = shown.flatMap { it.runs.map { (_, series) -> series } }.filter { it.isNotEmpty() }
    val names = jobs.flatMap { it.keys }.distinct()
    val shared = names.filter { metric -> jobs.count { metric in it } >= minOf(2, jobs.size) }
    return shared
        .filter { metric -> jobs.any { (it[metric]?.x?.size ?: 0) > 1 } }
        .sortedBy { if (it.name == "loss") 0 else if ("loss" in it.name) 1 else 2 }
}

private fun chart(metric: Metric, title: String, shown: List<Curves>): Figure.Chart {
    val drawn = shown.filter { it.of(metric).isNotEmpty() }
    val lines = drawn.flatMap { layers(it.label, it.of(metric)) }
    val ends = drawn.map { Layer.Points(it.label, Layer.Role.OTHER, it.ends(metric)) }.filter { it.points.rows > 0 }
    return Figure.Chart(
        title,
        "step",
        "",
        bounds(drawn.flatMap { it.of(metric) }),
        lines.sortedBy { it is Layer.Curve } + ends,
    )
}

/** Logarithmic where all is positive and more than two decades apart. */
private fun bounds(runs: List<Series>): Bounds {
    val values = runs.flatMap { it.y.asList() }
    val log = values.min() > 0 && values.max() > 100 * values.min()
    return if (log) Bounds.FitLogY() else Bounds.Fit()
}

private fun caption(groups: List<SeedGroup>, shown: List<Curves>, metrics: List<Metric>): String {
    val several = shown.any { it.group.jobs.size > 1 }
    val dots = shown.any { curves -> metrics.any { curves.ends(it).rows > 0 } }
    return listOfNotNull(
            if (several) "line: median of the runs; band: between their quartiles" else "line: a run",
            shown.singleOrNull()?.n,
            if (dots) "dot: an unfinished run stops, and counts no more" else null,
            if (groups.size > MOST_GROUPS) "the first $MOST_GROUPS of ${groups.size} groups" else null,
            if (metrics.size > MOST_PANELS) "the first $MOST_PANELS of ${metrics.size} metrics" else null,
        )
        .joinToString("; ")
}

/** As many as the palette has colours. */
private const val MOST_GROUPS = 9
private const val MOST_PANELS = 9
