package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.catalogue.table
import hydrangea.runner.run.Condition
import hydrangea.runner.run.Status
import hydrangea.runner.run.clock
import hydrangea.runner.run.found
import hydrangea.runner.run.inShort
import hydrangea.runner.run.isSweep
import hydrangea.runner.run.json
import hydrangea.runner.run.numbers
import hydrangea.runner.sweep.SweepJob
import hydrangea.runner.sweep.SweepRecord
import hydrangea.runner.sweep.standing
import java.nio.file.Path

/** `hydrangea status DIR`: how a run or the jobs of a sweep stand, from any terminal. */
class ShowStatus : CliktCommand(name = "status") {
    private val directory by argument("DIR", help = RUN_OR_SWEEP_HELP).path()
    private val asJson by option("--json", help = "for programs").flag()

    override fun help(context: Context) = "Tells how a run stands, or every job of a sweep."

    override fun run() {
        val place = found(directory, "status")
        if (isSweep(place)) sweep(place) else run(Condition(place))
    }

    private fun run(run: Condition) {
        if (asJson) return echo(json(run.record.asMap() + mapOf("condition" to run.word)), trailingNewline = false)
        val end = run.record["exitReason"]?.takeIf { it.isJsonPrimitive && run.word != it.asString }?.asString
        echo(listOfNotNull(run.word, end).joinToString(": "))
        if (run.numbers.isNotEmpty()) echo(inShort(run.numbers, most = Int.MAX_VALUE))
    }

    private fun sweep(folder: Path) {
        val sweep = SweepRecord.read(folder)
        if (asJson) return echo(json(sweep.told()), trailingNewline = false)
        val keys = sweep.jobs.flatMap { it.point.keys }.distinct()
        echo(table(listOf("job") + keys + listOf("status", "time", "results"), sweep.jobs.map { row(it, keys) }), false)
        echo(standing(sweep))
    }

    private fun row(job: SweepJob, keys: List<String>): List<String> {
        val what = if (job.status == Status.FINISHED) inShort(numbers(job.results)) else job.reason
        val time = job.seconds?.let(::clock) ?: ""
        return listOf("${job.index}") + keys.map { job.point[it].orEmpty() } + listOf(job.word, time, what.orEmpty())
    }
}
