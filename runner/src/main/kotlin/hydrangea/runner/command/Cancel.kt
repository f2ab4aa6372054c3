package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.UsageError
import hydrangea.runner.run.Condition
import hydrangea.runner.run.Provenance
import hydrangea.runner.run.found
import hydrangea.runner.run.isSweep
import hydrangea.runner.script.shown
import hydrangea.runner.sweep.Pool
import hydrangea.runner.sweep.SweepRecord
import hydrangea.runner.sweep.chosen
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.writeText

/** `hydrangea cancel DIR [JOB ...]`: stops what runs, with a checkpoint, and lets what waits not begin. */
class Cancel : CliktCommand() {
    private val directory by argument("DIR", help = RUN_OR_SWEEP_HELP).path()
    private val jobs by argument("JOB", help = JOBS_HELP).int().multiple()

    override fun help(context: Context) = "Stops a run, or jobs of a sweep, each with a checkpoint."

    override fun run() {
        val place = found(directory, "cancel")
        if (isSweep(place)) jobs(place) else run(place)
    }

    private fun jobs(place: Path) {
        val sweep = SweepRecord.read(place)
        val left = chosen(sweep, jobs).filter { it.unfinished }
        if (left.isEmpty()) throw UsageError("there is nothing left to cancel in ${place.shown()}")
        left.forEach { mark(it.directory) } // before any is stopped: the pool would begin the next
        val stopped = left.count { stopped(Condition(it.directory)) }
        echo("$stopped stopped, ${left.size - stopped} will not begin")
    }

    private fun run(place: Path) {
        val run = Condition(place)
        if (run.running && run.process == null)
            throw UsageError("${place.shown()} is running on another machine: $STOP")
        if (isSweep(place.parent)) mark(place)
        if (!stopped(run) && !isSweep(place.parent))
            throw UsageError("${place.shown()} is not running, but ${run.word}")
        echo("${place.shown()} is being stopped")
    }

    private fun mark(job: Path) {
        if (job.exists()) job.resolve(Pool.CANCEL).writeText("")
    }

    private fun stopped(run: Condition) = run.process?.destroy() ?: false

    private companion object {
        val STOP = "say this there, not on ${Provenance.host}"
    }
}
