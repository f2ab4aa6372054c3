package hydrangea.runner.run

import com.google.gson.JsonObject
import java.nio.file.Path
import java.time.Instant
import java.time.ZoneId
import java.time.format.DateTimeFormatter

/** A run or a sweep that was found in a folder of them. */
internal class Found(val path: Path) {
    /** How it stands, of a run; a sweep is as its jobs. */
    val condition = if (isSweep(path)) null else Condition(path)
    private val record: JsonObject = condition?.record ?: jsonObject(path.resolve(SWEEP))

    val experiment = record.text("experiment").orEmpty()
    val name = record.text("name")
    val tags = record.getAsJsonArray("tags")?.map { it.asString }.orEmpty()
    val started = record.text("started").orEmpty()

    /** When it started, for people here. */
    val time = runCatching { MINUTE.format(Instant.parse(started)) }.getOrDefault("")

    /** How it stands. */
    val word: String = condition?.word ?: if (atWork(record)) "running" else halted(record.text("status").orEmpty())

    /** Its results in short, or how many jobs of a sweep came to what. */
    val what: String
        get() = condition?.let { inShort(it.numbers) } ?: "sweep of ${counts()}"

    /** Those of a sweep; none of a run. */
    fun jobs(): List<Found> =
        record.getAsJsonArray("jobs")?.map { Found(path.resolve(it.asJsonObject["directory"].asString)) }.orEmpty()

    fun told() = mapOf("directory" to "$path", "condition" to word) + record.asMap() - "jobs"

    private fun halted(status: String) = if (status == "${Status.RUNNING}") "killed" else status

    private fun counts(): String {
        val statuses = jobs().map { it.word.substringBefore(' ') }
        val counts = statuses.groupingBy { it }.eachCount().toSortedMap()
        return "${statuses.size}: " + counts.entries.joinToString { (status, count) -> "$count $status" }
    }

    private companion object {
        val MINUTE: DateTimeFormatter = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault())
    }
}
