package hydrangea.runner.sweep

import hydrangea.models.figure.Figure
import hydrangea.runner.curve.Bundle
import hydrangea.runner.curve.Told
import hydrangea.runner.curve.efficiency
import hydrangea.runner.curve.learningCurves
import hydrangea.runner.plot.svg
import hydrangea.runner.plot.tablePicture
import hydrangea.runner.run.PlotFolder
import hydrangea.runner.run.metricsRows
import hydrangea.runner.run.replace
import java.nio.file.Path

/** What a sweep comes to: a table of results, and its learning curves. */
internal class SweepReport(private val name: String, private val jobs: List<JobResult>) {
    private val table = ResultsTable(jobs, groups(jobs))

    /** The table of groups, for people. */
    val text = table.text()

    /**
     * Writes `results.csv` and `results.txt` into the sweep's [folder], and draws `plots/results`, `plots/curves` and,
     * where there are returns, `plots/efficiency`: of each environment its own, where several are swept.
     *
     * @param tell told where a picture cannot be a PNG
     */
    fun keep(folder: Path, tell: (String) -> Unit) {
        replace(folder.resolve("results.csv"), table.csv())
        replace(folder.resolve("results.txt"), text)
        val plots = PlotFolder(folder.resolve("plots"), tell)
        plots.keep("results", tablePicture(title(name, jobs), table.caption, table.blocks))
        for ((environment, jobs) in comparable(jobs)) draw(environment, jobs, plots)
    }

    private fun draw(environment: String?, jobs: List<JobResult>, plots: PlotFolder) {
        val title = title(listOfNotNull(name, environment).joinToString(", "), jobs)
        val bundles = groups(jobs).map(::bundle)
        fun keep(plot: String, figure: Figure?) =
            figure?.let { plots.keep(listOfNotNull(plot, environment).joinToString("-"), svg(it)) }
        keep("curves", learningCurves(title, bundles))
        keep("efficiency", efficiency(title, bundles))
    }
}

private fun title(name: String, jobs: List<JobResult>) = onlyAxis(jobs)?.let { "$name by $it" } ?: name

/** A return in one environment says nothing of one in another: the jobs that compare, by their environment. */
private fun comparable(jobs: List<JobResult>): Map<String?, List<JobResult>> {
    val environments = jobs.groupBy { it.point[ENVIRONMENT] }
    if (environments.size == 1) return mapOf(null to jobs)
    return environments.mapValues { (_, jobs) -> jobs.map { it.without(ENVIRONMENT) } }
}

private fun bundle(group: SeedGroup) =
    Bundle(group.label, group.jobs.map { Told(metricsRows(it.metrics), it in group.finished) })

private const val ENVIRONMENT = "environment"
