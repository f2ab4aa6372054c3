package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.Project
import hydrangea.runner.run.Runner
import hydrangea.runner.run.job

/** `hydrangea run SCRIPT [KEY=VALUE ...]`: trains, measures, plots, and leaves a run directory. */
class Run : CliktCommand() {
    private val script by argument(help = SCRIPT_HELP)
    private val overrides by argument("KEY=VALUE", help = OVERRIDES_HELP).multiple()
    private val configs by configs()
    private val out by
        option("--out", metavar = "DIR", help = "the folder of run directories (hydrangea.yaml's, or runs)").path()
    private val threads by threads("hydrangea.yaml's, or 1")
    private val checkpointEvery by checkpointEvery()

    override fun help(context: Context) = "Runs an experiment and leaves a run directory."

    override fun run() {
        val project = Project.ofThisProcess()
        val settings = project.settings
        val loaded = project.load(script, overrides, configs)
        loaded.resolved.warnings.forEach { echo(it, err = true) }
        val threads = threads ?: settings.threads
        prepareEngine(threads)
        throw ProgramResult(Runner(terminal).run(loaded.job(threads, checkpointEvery), out ?: settings.out))
    }
}
