package hydrangea.runner.sweep

import com.github.ajalt.mordant.terminal.Terminal
import hydrangea.runner.ExitCode
import hydrangea.runner.run.Signals
import hydrangea.runner.run.Status
import hydrangea.runner.run.SystemWatch
import hydrangea.runner.run.Watch
import java.io.IOException
import java.nio.file.Path

/** Carries out sweeps: lays their jobs down, works on them, and sums up. */
internal class Sweeper(private val terminal: Terminal, private val watch: Watch = SystemWatch) {
    /** Lays the jobs of [new] down in a new directory under [out], and works on them. */
    fun start(new: NewSweep, manner: Manner, out: Path): Int =
        SweepDirectory.create(out, new.planned.name, watch.now(), new.label.suffix).use { directory ->
            val sweep = directory.fill { new.laidDown(it, manner, watch).apply { save(Status.RUNNING) } }
            terminal.rawPrint("sweep directory: ${sweep.folder}\n")
            work(sweep)
        }

    /** Works on what is left of [sweep], whose directory is ours. */
    fun resume(sweep: SweepRecord): Int {
        sweep.save(Status.RUNNING)
        return work(sweep)
    }

    /** Ends with the line `sweep directory: PATH`. */
    private fun work(sweep: SweepRecord): Int {
        val manner = sweep.manner
        val signal =
            Workers(manner.threads).use { workers ->
                val launch = { job: SweepJob -> workers.start(words(job, manner), job.directory.resolve(OUTPUT)) }
                Board(terminal, sweep.jobs, watch).use { board ->
                    board.tell("${counted(sweep.jobs)}; ${manner.jobs} at a time")
                    Signals(::promise).use { Pool(sweep, watch, it, board, launch).work() }
                }
            }
        return end(sweep, signal)
    }

    private fun words(job: SweepJob, manner: Manner) =
        listOf("resume", "${job.directory}") +
            listOf("--threads", "${manner.threads}", "--checkpoint-every", "${manner.checkpointEvery}") +
            manner.recordEvery?.let { listOf("--record-every", "$it") }.orEmpty()

    private fun end(sweep: SweepRecord, signal: Int?): Int {
        val status = status(sweep.jobs)
        sweep.save(status)
        report(sweep)
        terminal.rawPrint("${standing(sweep)}\n")
        terminal.rawPrint("sweep directory: ${sweep.folder}\n")
        return signal ?: code(sweep.jobs)
    }

    /** What the jobs came to stands in their own directories: a report that cannot be written changes nothing there. */
    private fun report(sweep: SweepRecord) {
        val report = SweepReport(sweep.experiment, sweep.jobs.map { it.result() })
        terminal.rawPrint("\n${report.text}\n")
        try {
            report.keep(sweep.folder) { terminal.rawPrint("$it\n", stderr = true) }
        } catch (e: IOException) {
            terminal.rawPrint("${e.message}\n", stderr = true)
        }
    }

    private fun status(jobs: List<SweepJob>): Status =
        when {
            jobs.all { it.status == Status.FINISHED } -> Status.FINISHED
            jobs.any { it.status == Status.FAILED || it.status == Status.DIVERGED } -> Status.FAILED
            else -> Status.CANCELLED
        }

    private fun promise() =
        terminal.rawPrint("stopping the jobs, each with a checkpoint; once more to leave them to it\n", stderr = true)
}

/** The exit code of a sweep: the worst of its jobs'. */
internal fun code(jobs: List<SweepJob>): Int {
    val statuses = jobs.map { it.status }
    return when {
        Status.FAILED in statuses -> ExitCode.FAILED
        Status.DIVERGED in statuses -> ExitCode.DIVERGED
        statuses.all { it == Status.FINISHED } -> ExitCode.SUCCESS
        else -> ExitCode.TERMINATED
    }
}
