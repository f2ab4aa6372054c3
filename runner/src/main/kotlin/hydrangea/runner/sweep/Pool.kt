package hydrangea.runner.sweep

import hydrangea.runner.run.Condition
import hydrangea.runner.run.Interruption
import hydrangea.runner.run.Pid
import hydrangea.runner.run.Status
import hydrangea.runner.run.Watch
import hydrangea.runner.run.amend
import hydrangea.runner.run.clock
import hydrangea.runner.run.reason
import java.io.IOException
import java.util.ArrayDeque
import kotlin.io.path.deleteIfExists
import kotlin.io.path.exists

/**
 * Works on the jobs of a sweep, so many at a time, until none is left or someone interrupts.
 *
 * What a job came to is read from its run directory and not from its process: it may have been started by a pool before
 * this one, which was killed.
 *
 * @param launch gives a job to a process
 */
internal class Pool(
    private val sweep: SweepRecord,
    private val watch: Watch,
    private val interruption: Interruption,
    private val board: Board,
    private val launch: (SweepJob) -> Worker,
) {
    private class Running(val job: SweepJob, val worker: Worker, val since: Double) {
        /** Why it was asked to stop. */
        var stopped: String? = null
        var stoppedAt = 0.0
        var timedOut = false
    }

    private val manner = sweep.manner
    private val queue = ArrayDeque<SweepJob>()
    private val running = mutableListOf<Running>()
    private var stopping = false

    /** @return the signal that interrupted, or null */
    fun work(): Int? {
        for (job in sweep.jobs.filter { !it.settled }) enqueue(job)
        while (running.isNotEmpty() || (queue.isNotEmpty() && !stopping)) {
            running.filter { it.worker.ended }.forEach(::settle)
            if (interruption.requested() != null) stopAll("interrupted")
            running.forEach(::checkTime)
            while (!stopping && running.size < manner.jobs && queue.isNotEmpty()) begin(queue.removeFirst())
            board.show(running.map { it.job })
            if (running.isNotEmpty()) Thread.sleep(POLL)
        }
        return interruption.requested()
    }

    private fun enqueue(job: SweepJob) {
        job.directory.resolve(CANCEL).deleteIfExists()
        val alive = worker(job)
        if (alive != null) adopt(job, alive) else queue.add(job)
    }

    /** The process that works on [job], whoever started it. */
    private fun worker(job: SweepJob): Worker? {
        val process = Condition(job.directory).process ?: job.pid?.takeIf { job.unfinished }?.alive()
        return process?.let { Worker(it) }
    }

    private fun adopt(job: SweepJob, worker: Worker) {
        job.status = Status.RUNNING
        running += Running(job, worker, watch.seconds())
        board.tell("job ${job.index} (${job.label}) is still at work, as process ${worker.handle.pid()}")
    }

    private fun begin(job: SweepJob) {
        if (job.directory.resolve(CANCEL).exists()) return end(job, Status.CANCELLED, "cancelled")
        job.attempts++
        try {
            val worker = launch(job)
            job.pid = Pid.of(worker.handle)
            job.status = Status.RUNNING
            running += Running(job, worker, watch.seconds())
            onDisk { sweep.save(Status.RUNNING) }
            board.began(job)
        } catch (e: IOException) {
            end(job, Status.FAILED, "its process cannot be started: ${reason(e)}")
        }
    }

    private fun checkTime(it: Running) {
        val now = watch.seconds()
        val timeout = manner.timeout
        if (it.stopped == null && timeout != null && now - it.since > timeout) {
            it.timedOut = true
            stop(it, "timed out after ${clock(timeout)}")
        }
        if (it.timedOut && now - it.stoppedAt > GRACE) it.worker.kill()
    }

    private fun stopAll(why: String) {
        stopping = true
        running.filter { it.stopped == null }.forEach { stop(it, why) }
    }

    private fun stop(it: Running, why: String) {
        it.stopped = why
        it.stoppedAt = watch.seconds()
        it.worker.stop()
    }

    private fun settle(it: Running) {
        running -= it
        val job = it.job
        job.refresh()
        val other = if (job.settled) null else worker(job)?.takeIf { one -> one.handle != it.worker.handle }
        when {
            job.settled -> end(job, job.status, job.reason)
            other != null -> adopt(job, other)
            it.timedOut -> end(job, Status.FAILED, it.stopped, retried = false)
            job.status == Status.CANCELLED || job.status == Status.FAILED -> end(job, job.status, job.reason)
            it.stopped != null -> end(job, Status.CANCELLED, it.stopped)
            it.worker.exitCode == null -> queue.addFirst(job) // it died with the pool before us
            else -> end(job, Status.FAILED, death(it))
        }
    }

    private fun death(it: Running): String {
        val code = checkNotNull(it.worker.exitCode)
        if (code > SIGNALS) return "its process was killed by signal ${code - SIGNALS}"
        return "its process ended with exit code $code: ${lastWords(it.job.directory)}"
    }

    private fun end(job: SweepJob, status: Status, reason: String?, retried: Boolean = true) {
        if (status != job.status || reason != job.reason) onDisk { amend(job.directory, status, reason.orEmpty()) }
        job.status = status
        job.reason = reason
        job.pid = null
        board.ended(job)
        if (status == Status.FAILED && retried && !stopping && job.attempts <= manner.retry) return again(job)
        onDisk { sweep.save(Status.RUNNING) }
        if (manner.failFast && (status == Status.FAILED || status == Status.DIVERGED))
            stopAll("job ${job.index} failed")
    }

    /** A full disk must not take the jobs along that still find room. */
    private fun onDisk(write: () -> Unit) {
        try {
            write()
        } catch (e: IOException) {
            board.tell("${e.message}")
        }
    }

    private fun again(job: SweepJob) {
        board.tell("job ${job.index} is started again (${job.attempts} of ${manner.retry})")
        queue.addFirst(job)
    }

    companion object {
        /** A file that asks the pool not to start the job in whose directory it is. */
        const val CANCEL = ".cancel"
        private const val POLL = 50L

        /** Seconds that a job has to write its checkpoint. */
        private const val GRACE = 60.0

        /** Exit codes above it name the signal that ended the process. */
        private const val SIGNALS = 128
    }
}
