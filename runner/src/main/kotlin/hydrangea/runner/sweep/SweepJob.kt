package hydrangea.runner.sweep

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonPrimitive
import hydrangea.runner.run.Condition
import hydrangea.runner.run.Pid
import hydrangea.runner.run.RECORD
import hydrangea.runner.run.Status
import hydrangea.runner.run.jsonObject
import hydrangea.runner.run.text
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.name

/**
 * One job of a sweep, as `sweep.json` lists it.
 *
 * @property overrides what a single run would be told
 * @property point the swept keys, with this job's values as texts
 * @property directory its run directory
 */
internal class SweepJob(
    val index: Int,
    val overrides: List<String>,
    val point: Map<String, String>,
    val directory: Path,
) {
    var status = Status.PENDING
    var reason: String? = null

    /** How often it was begun. */
    var attempts = 0

    /** The process that works on it, or worked on it last. */
    var pid: Pid? = null
    var seconds: Double? = null
    var results: JsonObject? = null

    /** What tells it from the others. */
    val label = point.entries.joinToString(" ") { (key, value) -> "$key=$value" }.ifEmpty { "$index" }

    /** Whether there is nothing left to do: what diverged would diverge again. */
    val settled
        get() = status == Status.FINISHED || status == Status.DIVERGED

    /** Whether a process works on it, or may yet begin to. */
    val unfinished
        get() = status == Status.PENDING || status == Status.RUNNING

    /** Its status in a word, as its own directory tells it. */
    val word
        get() = if (directory.resolve(Pool.CANCEL).exists() && status == Status.PENDING) "cancelled" else condition()

    private fun condition() = if (directory.resolve(RECORD).exists()) Condition(directory).word else "$status"

    /** Takes over what its run directory says, which is there even where the sweep's own process has died. */
    fun refresh() {
        val file = directory.resolve(RECORD)
        val record = if (file.exists()) jsonObject(file) else return
        status = Status.of(record.text("status")) ?: status
        reason = record.text("exitReason") ?: reason
        seconds = record["wallSeconds"]?.takeIf { it.isJsonPrimitive }?.asDouble
        results = record["results"] as? JsonObject
    }

    /** What became of it, for the report. */
    fun result() = JobResult(index, point, status, seconds, plain(results), directory.resolve("metrics.csv"))

    fun told(): Map<String, Any?> =
        mapOf(
            "index" to index,
            "overrides" to overrides,
            "point" to point,
            "directory" to directory.name,
            "status" to "$status",
            "exitReason" to reason,
            "attempts" to attempts,
            "process" to pid?.told(),
            "wallSeconds" to seconds,
            "results" to (results ?: JsonObject()),
        )

    companion object {
        fun from(told: JsonObject, sweep: Path): SweepJob {
            val overrides = told.getAsJsonArray("overrides").map { it.asString }
            val point = told.getAsJsonObject("point").asMap().mapValues { it.value.asString }
            val job = SweepJob(told["index"].asInt, overrides, point, sweep.resolve(told["directory"].asString))
            job.status = Status.of(told.text("status")) ?: Status.PENDING
            job.reason = told.text("exitReason")
            job.attempts = told["attempts"].asInt
            job.pid = (told["process"] as? JsonObject)?.let(Pid::from)
            return job.apply { refresh() }
        }
    }
}

/** Numbers, texts and lists of them. */
private fun plain(results: JsonObject?): Map<String, Any> =
    results?.asMap().orEmpty().filterValues { !it.isJsonNull }.mapValues { (_, value) -> plain(value) }

private fun plain(value: JsonElement): Any =
    when {
        value is JsonArray -> value.map(::plain)
        value is JsonPrimitive && value.isNumber -> value.asDouble
        value is JsonPrimitive -> value.asString
        else -> value.toString()
    }
