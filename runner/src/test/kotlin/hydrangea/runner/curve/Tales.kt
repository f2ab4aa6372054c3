package hydrangea.runner.curve

import hydrangea.models.figure.Figure
import hydrangea.runner.run.MetricsRow

/** A run that told [value] of every metric at the steps, in one phase. */
internal fun told(steps: Iterable<Int>, vararg metrics: String, finished: Boolean = true, value: (Int) -> Double) =
    Told(steps.map { step -> MetricsRow("fit", step.toLong(), metrics.associateWith { value(step) }, 0.0) }, finished)

internal fun Figure.Panels?.titles() = this?.charts.orEmpty().map { it.title() }
