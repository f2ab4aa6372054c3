package hydrangea.runner.sweep

import com.google.gson.JsonObject
import hydrangea.runner.Settings
import hydrangea.runner.run.Period
import hydrangea.runner.run.text

/**
 * How the jobs of a sweep are worked on.
 *
 * @property jobs how many at a time
 * @property threads of one tensor operation of one job
 * @property failFast whether a job that fails ends the sweep
 * @property retry how often a job that failed is started again, where its checkpoint stands
 * @property timeout seconds after which a job counts as failed
 * @property checkpointEvery a kill loses no more than this
 * @property recordEvery steps between two clips of an episode; null for none
 */
data class Manner(
    val jobs: Int,
    val threads: Int,
    val failFast: Boolean,
    val retry: Int,
    val timeout: Double?,
    val checkpointEvery: Period,
    val recordEvery: Long? = null,
) {
    internal fun told() =
        mapOf(
            "jobs" to jobs,
            "threads" to threads,
            "failFast" to failFast,
            "retry" to retry,
            "timeoutSeconds" to timeout,
            "checkpointEvery" to "$checkpointEvery",
            "recordEvery" to recordEvery,
        )

    internal companion object {
        /** As the machine's settings have it. */
        fun usual(settings: Settings) =
            Manner(settings.jobs, settings.threads, false, 0, timeout = null, Period.OF_CHECKPOINTS)

        fun from(told: JsonObject) =
            Manner(
                told["jobs"].asInt,
                told["threads"].asInt,
                told["failFast"].asBoolean,
                told["retry"].asInt,
                told.text("timeoutSeconds")?.toDouble(),
                checkNotNull(Period.of(told["checkpointEvery"].asString)),
                told.text("recordEvery")?.toLong(),
            )
    }
}
