package hydrangea.runner.sweep

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
internal class SweepReport(name: String, jobs: List<JobResult>) {
    private val groups = groups(jobs)
    private val title = onlyAxis(jobs)?.let { "$name by $it" } ?: name
    private val table = ResultsTable(jobs, groups)

    /** The table of groups, for people. */
    val text = table.text()

    /**
     * Writes `results.csv` and `results.txt` into the sweep's [folder], and draws `plots/results`, `plots/curves` and,
     * where there are returns, `plots/efficiency`.
     *
     * @param tell told where a picture cannot be a PNG
     */
    fun keep(folder: Path, tell: (String) -> Unit) {
        replace(folder.resolve("results.csv"), table.csv())
        replace(folder.resolve("results.txt"), text)
        val plots = PlotFolder(folder.resolve("plots"), tell)
        plots.keep("results", tablePicture(title, table.caption, table.blocks))
        val bundles = groups.map(::bundle)
        learningCurves(title, bundles)?.let { plots.keep("curves", svg(it)) }
        efficiency(title, bundles)?.let { plots.keep("efficiency", svg(it)) }
    }
}

private fun bundle(group: SeedGroup) =
    Bundle(group.label, group.jobs.map { Told(metricsRows(it.metrics), it in group.finished) })
