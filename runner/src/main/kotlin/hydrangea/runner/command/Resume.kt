package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.groups.provideDelegate
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.Project
import hydrangea.runner.UsageError
import hydrangea.runner.run.Period
import hydrangea.runner.run.RunDirectory
import hydrangea.runner.run.Runner
import hydrangea.runner.run.StoppedRun
import hydrangea.runner.run.found
import hydrangea.runner.run.isSweep
import hydrangea.runner.script.shown
import hydrangea.runner.sweep.SweepDirectory
import hydrangea.runner.sweep.SweepRecord
import hydrangea.runner.sweep.Sweeper
import java.nio.file.Path

/** `hydrangea resume DIR [KEY=VALUE ...]`: takes a run up where its newest checkpoint stands, a sweep where it is. */
class Resume : CliktCommand() {
    private val directory by argument("DIR", help = "a run or a sweep that was stopped, or a run to train on").path()
    private val overrides by overrides(help = "what to change from here on, such as updates=80000")
    private val threads by threads("as the run began")
    private val checkpointEvery by checkpointEvery("30s; of a sweep, as it began")
    private val recordEvery by recordEvery()
    private val device by device()
    private val pool by PoolOptions()

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) =
        "Goes on with a run from its last checkpoint, in its directory; or with what a sweep has not finished."

    override fun run() {
        val place = found(directory, "resume")
        throw ProgramResult(if (isSweep(place)) sweep(place) else run(place))
    }

    private fun run(place: Path): Int =
        RunDirectory.open(place).use { directory ->
            pool.refuse("${place.shown()} is a single run")
            val stopped = StoppedRun(directory) { echo(it, err = true) }
            val loaded = Project.ofThisProcess().load("${stopped.script}", overrides, listOf(directory.config))
            loaded.resolved.warnings.forEach { echo(it, err = true) }
            val threads = threads ?: stopped.threads
            prepareEngine(threads, device)
            val job = stopped.job(loaded, overrides, threads, checkpointEvery ?: Period.OF_CHECKPOINTS, recordEvery)
            Runner(terminal).run(job, directory)
        }

    private fun sweep(place: Path): Int =
        SweepDirectory.open(place).use {
            if (overrides.isNotEmpty()) throw UsageError(fixed(place))
            val sweep = SweepRecord.read(place)
            if (sweep.jobs.all { it.settled }) throw UsageError("${place.shown()} is complete: no job is left to do")
            Sweeper(terminal).resume(sweep.with(pool.manner(sweep.manner, threads, checkpointEvery, recordEvery)))
        }

    private fun fixed(place: Path) =
        "the jobs of a sweep are settled when it starts, so ${overrides.first()} comes too late: " +
            "resume one job with it (${place.shown()}/0), or start another sweep"
}
