package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.groups.provideDelegate
import hydrangea.runner.Project
import hydrangea.runner.run.Period
import hydrangea.runner.run.Runner
import hydrangea.runner.run.job
import hydrangea.runner.run.refuseUnseen
import hydrangea.runner.sweep.Manner
import hydrangea.runner.sweep.NewSweep
import hydrangea.runner.sweep.Sweeper

/** `hydrangea run SCRIPT [KEY=VALUE ...]`: trains, measures, plots, and leaves a run directory; with -m, many. */
class Run : CliktCommand() {
    private val script by script()
    private val overrides by overrides()
    private val configs by configs()
    private val out by out()
    private val threads by threads("hydrangea.yaml's, or 1; of a sweep, for all its jobs together")
    private val checkpointEvery by checkpointEvery()
    private val recordEvery by recordEvery()
    private val device by device()
    private val label by LabelOptions()
    private val sweep by SweepOptions()
    private val pool by PoolOptions()

    private val project by lazy { Project.ofThisProcess() }

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) = "Runs an experiment and leaves a run directory."

    override fun run() = if (sweep.multirun) sweep() else single()

    private fun single() {
        sweep.refuseWithoutSweep()
        pool.refuse("without -m there is a single run")
        val loaded = project.load(script, overrides, configs)
        loaded.resolved.warnings.forEach { echo(it, err = true) }
        val threads = threads ?: project.settings.threads
        prepareEngine(threads, device)
        val every = checkpointEvery ?: Period.OF_CHECKPOINTS
        val job = loaded.job(threads, every, label = label.label(), recordEvery = recordEvery)
        throw ProgramResult(Runner(terminal).run(job, out ?: project.settings.out))
    }

    private fun sweep() {
        val planned = project.plan(script, overrides, configs, sweep.sweeping())
        planned.warnings.forEach { echo(it, err = true) }
        if (sweep.dryRun) return echo(planned.plan.run { if (sweep.json) json() else table() }, trailingNewline = false)
        if (recordEvery != null) planned.plan.jobs.forEach { refuseUnseen(it.resolved.experiment) }
        val manner = pool.manner(Manner.usual(project.settings), threads, checkpointEvery, recordEvery)
        val new = NewSweep(planned, label.label(), overrides)
        throw ProgramResult(Sweeper(terminal).start(new, manner, out ?: project.settings.out))
    }
}
