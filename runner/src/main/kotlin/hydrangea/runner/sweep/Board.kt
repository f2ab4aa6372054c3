package hydrangea.runner.sweep

import com.github.ajalt.mordant.animation.animation
import com.github.ajalt.mordant.rendering.AnsiLevel
import com.github.ajalt.mordant.rendering.TextColors.cyan
import com.github.ajalt.mordant.rendering.TextStyles.dim
import com.github.ajalt.mordant.table.table
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.widgets.ProgressBar
import hydrangea.runner.run.STATUS
import hydrangea.runner.run.Status
import hydrangea.runner.run.Watch
import hydrangea.runner.run.clock
import hydrangea.runner.run.inShort
import hydrangea.runner.run.jsonObject
import hydrangea.runner.run.numbers
import kotlin.io.path.exists

/** Shows how far a sweep is: a table of the running jobs on a terminal, and a line for what begins and ends. */
internal class Board(private val terminal: Terminal, private val jobs: List<SweepJob>, private val watch: Watch) :
    AutoCloseable {
    private val live = terminal.terminalInfo.run { outputInteractive && ansiLevel != AnsiLevel.NONE }
    private val animation = terminal.animation<List<SweepJob>> { rows(it) }
    private var due = 0.0

    fun tell(line: String) = terminal.println(line)

    /** On a terminal the table shows it. */
    fun began(job: SweepJob) {
        if (!live) tell("job ${job.index} (${job.label}) started")
    }

    fun ended(job: SweepJob) {
        val time = job.seconds?.let { " in ${clock(it)}" } ?: ""
        val what = if (job.status == Status.FINISHED) inShort(numbers(job.results)) else job.reason.orEmpty()
        tell("job ${job.index} (${job.label}) ${job.status}$time" + (if (what.isEmpty()) "" else ": $what"))
    }

    fun show(running: List<SweepJob>) {
        if (!live || watch.seconds() < due) return
        due = watch.seconds() + EVERY
        animation.update(running)
    }

    private fun rows(running: List<SweepJob>) = table {
        captionTop(counted(jobs))
        body {
            for (job in running) {
                val beat = beat(job)
                val done = beat?.get("done")?.asDouble ?: 0.0
                row(
                    "${job.index}",
                    job.label,
                    ProgressBar(total = SHARES, completed = (SHARES * done).toLong(), width = WIDTH),
                    cyan(beat?.let { "${it["step"].asLong}/${it["of"].asLong}" } ?: "starting"),
                    dim(beat?.get("phase")?.asString ?: ""),
                )
            }
        }
    }

    private fun beat(job: SweepJob) = job.directory.resolve(STATUS).takeIf { it.exists() }?.let { jsonObject(it) }

    override fun close() = animation.clear()

    private companion object {
        const val EVERY = 0.5
        const val SHARES = 1_000L
        const val WIDTH = 20
    }
}

/** `12 jobs: 3 finished, 2 running, 7 pending`. */
internal fun counted(jobs: List<SweepJob>): String {
    val counts = jobs.groupingBy { it.status }.eachCount().toSortedMap()
    return "${jobs.size} jobs: " + counts.entries.joinToString { (status, count) -> "$count $status" }
}
