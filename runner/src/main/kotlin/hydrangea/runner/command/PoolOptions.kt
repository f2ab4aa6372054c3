package hydrangea.runner.command

import com.github.ajalt.clikt.parameters.groups.OptionGroup
import com.github.ajalt.clikt.parameters.options.convert
import com.github.ajalt.clikt.parameters.options.nullableFlag
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.restrictTo
import hydrangea.runner.UsageError
import hydrangea.runner.run.Period
import hydrangea.runner.sweep.Manner

/** How the jobs of a sweep are worked on. */
internal class PoolOptions : OptionGroup() {
    private val jobs by
        option("-j", "--jobs", metavar = "N", help = "jobs of a sweep at a time (one for each core)")
            .int()
            .restrictTo(min = 1)
    private val failFast by
        option("--fail-fast", help = "end a sweep at its first failed job (--keep-going)").nullableFlag("--keep-going")
    private val retry by
        option("--retry", metavar = "N", help = "start a failed job of a sweep again, where its checkpoint stands (0)")
            .int()
            .restrictTo(min = 0)
    private val timeout by
        option("--timeout", metavar = "TIME", help = "stop a job of a sweep that takes longer, as 90s, 30m, 2h")
            .convert { (Period.of(it) as? Period.Seconds)?.seconds ?: fail("$it is no time: say 90s, 30m or 2h") }

    /** [before], with what was said now. */
    fun manner(before: Manner, threads: Int?, checkpointEvery: Period?, recordEvery: Long?): Manner {
        val jobs = jobs ?: before.jobs
        return before.copy(
            jobs = jobs,
            threads = threads?.let { maxOf(1, it / jobs) } ?: before.threads,
            failFast = failFast ?: before.failFast,
            retry = retry ?: before.retry,
            timeout = timeout ?: before.timeout,
            checkpointEvery = checkpointEvery ?: before.checkpointEvery,
            recordEvery = recordEvery ?: before.recordEvery,
        )
    }

    /** These have no meaning where there is no sweep. */
    fun refuse(why: String) {
        val said = mapOf("--jobs" to jobs, "--fail-fast" to failFast, "--retry" to retry, "--timeout" to timeout)
        said.entries.firstOrNull { it.value != null }?.let { throw UsageError("$why: ${it.key} is for sweeps") }
    }
}
