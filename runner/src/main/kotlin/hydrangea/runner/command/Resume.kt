package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.Project
import hydrangea.runner.run.RunDirectory
import hydrangea.runner.run.Runner
import hydrangea.runner.run.StoppedRun

/** `hydrangea resume DIR [KEY=VALUE ...]`: takes a run up where its newest checkpoint stands. */
class Resume : CliktCommand() {
    private val directory by argument("DIR", help = "the directory of a run that was stopped, or is to train on").path()
    private val overrides by
        argument("KEY=VALUE", help = "what to change from here on, such as updates=80000").multiple()
    private val threads by threads("as the run began")
    private val checkpointEvery by checkpointEvery()

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) = "Goes on with a run from its last checkpoint, in its directory."

    override fun run() =
        RunDirectory.open(directory).use { directory ->
            val stopped = StoppedRun(directory) { echo(it, err = true) }
            val loaded = Project.ofThisProcess().load("${stopped.script}", overrides, listOf(directory.config))
            loaded.resolved.warnings.forEach { echo(it, err = true) }
            val threads = threads ?: stopped.threads
            prepareEngine(threads)
            val job = stopped.job(loaded, overrides, threads, checkpointEvery)
            throw ProgramResult(Runner(terminal).run(job, directory))
        }
}
