package hydrangea.runner.run

import com.google.gson.JsonObject
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.util.Locale
import kotlin.io.path.exists

/** How a run stands, as its directory tells whoever looks in from outside. */
internal class Condition(val directory: Path) {
    val record: JsonObject = jsonObject(directory.resolve(RECORD))
    private val beat = directory.resolve(STATUS).takeIf { it.exists() }?.let(::jsonObject)

    /** What the run said last. */
    val status = Status.of(record.text("status"))

    /** Its process, if that is alive and on this machine. */
    val process: ProcessHandle? = if (status == Status.RUNNING) beat?.let(Pid::from)?.alive() else null

    /** Whether it is at work: on another machine only its heartbeat can tell. */
    val running = process != null || status == Status.RUNNING && beatsElsewhere()

    /** The share of its updates that are made. */
    val done: Double = beat?.get("done")?.asDouble ?: 0.0

    /** `finished`, `running 45 %`, or `killed` for a run that was left without a word. */
    val word: String =
        when {
            running -> "running %.0f %%".format(Locale.ROOT, 100 * done)
            status == Status.RUNNING -> "killed"
            else -> "${status ?: "unknown"}"
        }

    /** Results that are single numbers. */
    val numbers: Map<String, Double> = numbers(record["results"] as? JsonObject)

    private fun beatsElsewhere(): Boolean {
        val time = beat?.text("heartbeat")?.let(Instant::parse) ?: return false
        return beat.text("host") != Provenance.host && Duration.between(time, Instant.now()) < SILENCE
    }

    private companion object {
        val SILENCE: Duration = Duration.ofMinutes(2)
    }
}

/** The members of [results] that are single numbers. */
internal fun numbers(results: JsonObject?): Map<String, Double> =
    results
        ?.asMap()
        .orEmpty()
        .filterValues { it.isJsonPrimitive && it.asJsonPrimitive.isNumber }
        .mapValues { it.value.asDouble }

/** The first few of [numbers], for a line. */
internal fun inShort(numbers: Map<String, Double>, most: Int = 3): String =
    numbers.entries.take(most).joinToString(", ") { (name, value) -> "$name ${short(value)}" }
