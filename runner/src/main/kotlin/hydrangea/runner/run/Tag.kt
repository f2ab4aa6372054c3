package hydrangea.runner.run

import hydrangea.models.training.Fit

private val LOSSES = Regex(".*loss|.*error|entropy")

/**
 * What TensorBoard calls a metric, by CleanRL's name where there is one: losses, errors and the entropy are under
 * `losses/`, everything else is under `charts/`; in front stand the member of a study and the phase, but for the one
 * phase of a fit, as every phase counts its steps from the start. A metric of learning has CleanRL's name already.
 *
 * Source: Huang et al., "CleanRL", https://github.com/vwxyzjn/cleanrl
 */
internal fun tag(phase: String, metric: String): String {
    if ("/" in metric) return (phase.split("/").dropLast(1) + metric).joinToString("/")
    val path = phase.split("/")
    val before = if (path.last() == Fit.PHASE) path.dropLast(1) else path
    return (before + (if (LOSSES.matches(metric)) "losses" else "charts") + metric).joinToString("/")
}
