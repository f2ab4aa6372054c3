package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.groups.provideDelegate
import hydrangea.runner.Project
import hydrangea.runner.run.Period
import hydrangea.runner.run.Runner
import hydrangea.runner.run.job

/** `hydrangea run SCRIPT [KEY=VALUE ...]`: trains, measures, plots, and leaves a run directory. */
class Run : CliktCommand() {
    private val script by argument(help = SCRIPT_HELP)
    private val overrides by argument("KEY=VALUE", help = OVERRIDES_HELP).multiple()
    private val configs by configs()
    private val out by out()
    private val threads by threads("1")
    private val checkpointEvery by checkpointEvery()
    private val label by LabelOptions()

    override fun help(context: Context) = "Runs an experiment and leaves a run directory."

    override fun run() {
        val loaded = Project.ofThisProcess().load(script, overrides, configs)
        loaded.resolved.warnings.forEach { echo(it, err = true) }
        val threads = threads ?: 1
        prepareEngine(threads)
        throw ProgramResult(
            Runner(terminal)
                .run(loaded.job(threads, checkpointEvery ?: Period.OF_CHECKPOINTS, label = label.label()), out)
        )
    }
}
