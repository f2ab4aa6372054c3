package hydrangea.runner.curve

import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Figure
import hydrangea.models.figure.Layer

/** Learning curves: a panel for each metric that several runs have; null where there is none. */
internal fun learningCurves(title: String, bundles: List<Bundle>): Figure.Panels? {
    val shown = bundles.take(MOST_BUNDLES)
    val metrics = metrics(shown)
    if (metrics.isEmpty()) return null
    val panels = metrics.take(MOST_PANELS)
    val charts = panels.map { chart(it, name(it, panels), Axis.STEPS, shown) }
    val more = if (metrics.size > MOST_PANELS) "the first $MOST_PANELS of ${metrics.size} metrics" else null
    return Figure.Panels(title, caption(bundles, shown, metrics, more), minOf(3, charts.size), charts)
}

/** The returns of training and of evaluations, each against every axis; null where there are none. */
internal fun efficiency(title: String, bundles: List<Bundle>): Figure.Panels? {
    val shown = bundles.take(MOST_BUNDLES)
    val metrics = metrics(shown).filter { it.name in RETURNS }
    if (metrics.isEmpty()) return null
    val axes = Axis.entries.filter { axis -> metrics.all { drawn(it, axis, shown).isNotEmpty() } }
    val charts = metrics.flatMap { metric -> axes.map { chart(metric, name(metric, metrics), it, shown) } }
    return Figure.Panels(
        title,
        caption(bundles, shown, metrics, "seconds: by the clock, all included"),
        axes.size,
        charts,
    )
}

/** The names of the returns of a `learn`, with words for them. */
private val RETURNS =
    mapOf("charts/episodic_return" to "return in training", "charts/eval_return" to "return in evaluation")

/** Those with something to draw, and in several runs if there are several: losses first. */
private fun metrics(shown: List<Bundle>): List<Metric> {
    val runs = shown.flatMap { it.metrics }
    val shared = runs.flatten().distinct().filter { metric -> runs.count { metric in it } >= minOf(2, runs.size) }
    return shared
        .filter { metric -> shown.any { bundle -> bundle.of(metric, Axis.STEPS).any { it.x.size > 1 } } }
        .sortedBy { if (it.name == "loss") 0 else if ("loss" in it.name) 1 else 2 }
}

/** What tells it from the others. */
private fun name(metric: Metric, others: List<Metric>): String {
    val name = RETURNS[metric.name] ?: metric.name
    return if (others.distinctBy { it.phase }.size > 1) "${metric.phase}: $name" else name
}

private fun drawn(metric: Metric, axis: Axis, shown: List<Bundle>) = shown.filter { it.of(metric, axis).isNotEmpty() }

private fun chart(metric: Metric, title: String, axis: Axis, shown: List<Bundle>): Figure.Chart {
    val drawn = drawn(metric, axis, shown)
    val lines = drawn.flatMap { layers(it.label, it.of(metric, axis)) }
    val ends =
        drawn.map { Layer.Points(it.label, Layer.Role.OTHER, it.ends(metric, axis)) }.filter { it.points.rows > 0 }
    return Figure.Chart(
        title,
        axis.label,
        "",
        bounds(drawn.flatMap { it.of(metric, axis) }),
        lines.sortedBy { it is Layer.Curve } + ends,
    )
}

/** Logarithmic where all is positive and more than two decades apart. */
private fun bounds(runs: List<Series>): Bounds {
    val values = runs.flatMap { it.y.asList() }
    val log = values.min() > 0 && values.max() > 100 * values.min()
    return if (log) Bounds.FitLogY() else Bounds.Fit()
}

private fun caption(bundles: List<Bundle>, shown: List<Bundle>, metrics: List<Metric>, more: String?): String {
    val several = shown.any { it.runs.size > 1 }
    val one = shown.sumOf { it.runs.size } == 1
    val dots = shown.any { bundle -> metrics.any { bundle.ends(it, Axis.STEPS).rows > 0 } }
    return listOfNotNull(
            if (several) "line: median of the runs; band: between their quartiles"
            else if (one) null else "line: a run",
            if (one) null else shown.singleOrNull()?.n,
            if (dots) "dot: an unfinished run stops, and counts no more" else null,
            if (bundles.size > MOST_BUNDLES) "the first $MOST_BUNDLES of ${bundles.size} groups" else null,
            more,
        )
        .joinToString("; ")
}

/** As many as the palette has colours. */
private const val MOST_BUNDLES = 9
private const val MOST_PANELS = 9
