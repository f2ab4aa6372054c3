package hydrangea.runner.sweep

import hydrangea.runner.catalogue.aligned
import hydrangea.runner.plot.filled
import hydrangea.runner.run.csvLine
import hydrangea.runner.run.exact
import hydrangea.runner.run.short

/** The results of [jobs]: for programs a row a job, for people a row a group. */
internal class ResultsTable(private val jobs: List<JobResult>, private val groups: List<SeedGroup>) {
    private val names = jobs.flatMap { it.results.keys }.distinct()

    /** What stands in the cells of a group, and which jobs count. */
    val caption =
        if (groups.any { it.jobs.size > 1 }) "mean ± standard deviation over the finished jobs of a group; n: how many"
        else "one job each"

    /** Tables below one another, as narrow as a terminal, each with the groups first: rows of cells, the head first. */
    val blocks: List<List<List<String>>> = blocks()

    fun text() = blocks.joinToString("\n") { lines(it) } + "\n$caption\n"

    fun csv(): String {
        val keys = jobs.flatMap { it.point.keys }.distinct()
        val own = listOf("index") + keys + listOf("status", "seconds")
        val head = own + names.map { if (it in own) "results.$it" else it }
        return (listOf(head) + jobs.map { row(it, keys) }).joinToString("", transform = ::csvLine)
    }

    private fun row(job: JobResult, keys: List<String>): List<String> =
        listOf("${job.index}") +
            keys.map { job.point[it].orEmpty() } +
            listOf("${job.status}", job.wallSeconds?.let(::exact).orEmpty()) +
            names.map { name -> job.results[name]?.let { if (it is Double) exact(it) else "$it" }.orEmpty() }

    private fun blocks(): List<List<List<String>>> {
        val first = listOf(onlyAxis(jobs) ?: "group") + groups.map { it.label }
        val counts = listOf("n") + groups.map { it.count() }
        val seconds = listOf("seconds") + groups.map { group -> cell(group) { it.wallSeconds } }
        val results = names.map { name -> listOf(name) + groups.map { group -> cell(group) { it.results[name] } } }
        val room = WIDTH - columnWidth(first)
        return filled(listOf(counts) + results + listOf(seconds), room, ::columnWidth).map { rows(listOf(first) + it) }
    }

    private fun columnWidth(column: List<String>) = column.maxOf { it.length } + 2.0

    private fun rows(columns: List<List<String>>) = columns.first().indices.map { i -> columns.map { it[i] } }

    private fun lines(block: List<List<String>>) = aligned(block).joinToString("") { "$it\n" }

    private fun cell(group: SeedGroup, value: (JobResult) -> Any?): String {
        val values = group.finished.mapNotNull(value)
        val numbers = values.filterIsInstance<Double>().filter { it.isFinite() }
        if (numbers.isEmpty() || values.any { it !is Double }) return texts(values)
        return summary(numbers) + missing(numbers.size, group.finished.size)
    }

    private fun texts(values: List<Any>) = values.map(::short).distinct().joinToString(" | ").ifEmpty { "-" }

    private fun missing(present: Int, all: Int) = if (present == all) "" else " ($present of $all)"

    private companion object {
        const val WIDTH = 100
    }
}
