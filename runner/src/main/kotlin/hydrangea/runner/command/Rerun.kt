package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.groups.provideDelegate
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.Project
import hydrangea.runner.run.Changes
import hydrangea.runner.run.PastRun
import hydrangea.runner.run.Period
import hydrangea.runner.run.Runner
import hydrangea.runner.run.job
import hydrangea.runner.run.runDirectoryAt

/** `hydrangea rerun DIR [KEY=VALUE ...]`: the same experiment once more, from its own copy of the script. */
class Rerun : CliktCommand() {
    private val directory by argument("DIR", help = "the directory of a run").path()
    private val overrides by overrides()
    private val out by out()
    private val threads by threads("as that run had")
    private val checkpointEvery by checkpointEvery()
    private val recordEvery by recordEvery()
    private val device by device()
    private val label by LabelOptions()

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) = "Runs an experiment again, from the script and the configuration of a run."

    override fun run() {
        val past = PastRun(runDirectoryAt(directory, "rerun"))
        val project = Project.ofThisProcess()
        val loaded = project.load("${past.script}", overrides, listOf(past.config))
        val threads = threads ?: past.threads
        Changes(past.record, past.directory).words(threads).forEach { echo(it, err = true) }
        loaded.resolved.warnings.forEach { echo(it, err = true) }
        prepareEngine(threads, device)
        val every = checkpointEvery ?: Period.OF_CHECKPOINTS
        val sources = past.originals(loaded.script.sources)
        val job = loaded.job(threads, every, past.experiment, null, label.label(), sources, past.directory, recordEvery)
        throw ProgramResult(Runner(terminal).run(job, out ?: project.settings.out))
    }
}
