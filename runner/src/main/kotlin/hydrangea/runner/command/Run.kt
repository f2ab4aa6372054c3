package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.Project
import hydrangea.runner.run.Runner
import hydrangea.runner.run.job
import java.nio.file.Path

/** `hydrangea run SCRIPT [KEY=VALUE ...]`: trains, measures, plots, and leaves a run directory. */
class Run : CliktCommand() {
    private val script by argument(help = SCRIPT_HELP)
    private val overrides by overrides()
    private val configs by configs()
    private val out by
        option("--out", metavar = "DIR", help = "the folder of run directories (runs)").path().default(Path.of("runs"))
    private val threads by threads("1")
    private val checkpointEvery by checkpointEvery()

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) = "Runs an experiment and leaves a run directory."

    override fun run() {
        val loaded = Project.ofThisProcess().load(script, overrides, configs)
        loaded.resolved.warnings.forEach { echo(it, err = true) }
        val threads = threads ?: 1
        prepareEngine(threads)
        throw ProgramResult(Runner(terminal).run(loaded.job(threads, checkpointEvery), out))
    }
}
