package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.default
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.multiple
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.table
import hydrangea.runner.run.Found
import hydrangea.runner.run.jsonLine
import hydrangea.runner.run.runsBelow
import hydrangea.runner.script.shown
import java.nio.file.Path
import kotlin.io.path.isDirectory

/** `hydrangea runs [FOLDER]`: what has been run, with how it ended. */
class Runs : CliktCommand() {
    private val folder by argument("FOLDER", help = "where runs are (runs)").path().default(Path.of("runs"))
    private val tags by option("--tag", metavar = "TAG", help = "only runs with this tag; repeatable").multiple()
    private val statuses by
        option("--status", metavar = "STATUS", help = "only finished, failed, ... runs; repeatable").multiple()
    private val jobs by option("--jobs", help = "the jobs of sweeps too").flag()
    private val asJson by option("--json", help = "a line of JSON for every run").flag()

    override fun help(context: Context) = "Lists runs and sweeps, with status and results."

    override fun run() {
        if (!folder.isDirectory()) throw UsageError("there is no folder ${folder.shown()}: nothing has been run here")
        val all = runsBelow(folder).map(::Found).flatMap { if (jobs) it.jobs().ifEmpty { listOf(it) } else listOf(it) }
        val wanted = all.filter(::wanted).sortedBy { it.started }
        if (asJson) return wanted.forEach { echo(jsonLine(it.told())) }
        if (wanted.isEmpty())
            return echo("no run of ${folder.shown()} is like that".takeIf { all.isNotEmpty() } ?: NONE)
        echo(table(listOf("started", "experiment", "name", "status", "results", "directory"), wanted.map(::row)), false)
    }

    private fun wanted(run: Found) =
        run.tags.containsAll(tags) && (statuses.isEmpty() || statuses.any { run.word.startsWith(it) })

    private fun row(run: Found): List<String> {
        val name = (listOfNotNull(run.name) + run.tags.map { "#$it" }).joinToString(" ")
        return listOf(run.time, run.experiment, name, run.word, run.what, run.path.shown())
    }

    private companion object {
        const val NONE = "there are no runs yet"
    }
}
