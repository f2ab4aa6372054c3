package hydrangea.experiments

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import hydrangea.runner.hydrangea
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** What one command line said and how it ended. */
class Said(val code: Int, val out: String, val err: String) {
    /** The directory of the run or the sweep that the last line names. */
    val directory: Path
        get() = Path(out.trim().lines().last().substringAfter(" directory: "))

    fun file(name: String): String = directory.resolve(name).readText()

    val record: JsonObject
        get() = JsonParser.parseString(file("run.json")).asJsonObject

    val results: JsonObject
        get() = record["results"].asJsonObject

    /** The results without those that hang on the clock. */
    val settled: Map<String, JsonElement>
        get() = results.asMap().filterKeys { !it.endsWith("PerSecond") && !it.startsWith("secondsPer") }

    /** A number among the results of `run.json`. */
    fun result(name: String): Double = results[name].asDouble

    val metrics: List<String>
        get() = metrics(directory)
}

/** `metrics.csv` of a run without the columns that depend on time, which come last. */
fun metrics(run: Path): List<String> {
    val lines = run.resolve("metrics.csv").readLines()
    val columns = lines.first().split(",").indexOf("seconds")
    return lines.map { it.split(",").take(columns).joinToString(",") }
}

/** The same run as if its process had died at the very end: nothing is known of how it ended. */
fun Said.asIfKilled() = apply {
    val file = directory.resolve("run.json")
    file.writeText(file.readText().replace("\"status\": \"finished\"", "\"status\": \"running\""))
}

/** The weights of the three modes. */
val WEIGHTS = listOf(1.4, 1.2, 1.0).map { it / 3.6 }

private val HOME = Path("..").toAbsolutePath().normalize()

/** Where this checkout is, and no settings of whoever tests it. */
internal val PLACES =
    mapOf("hydrangea.home" to "$HOME", "hydrangea.settings" to "$HOME/experiments/target/no settings.yaml")

/** Runs a command line in this process, as a user's terminal would. */
fun command(vararg words: String): Said {
    PLACES.forEach(System::setProperty)
    val (out, err) = System.out to System.err
    val said = ByteArrayOutputStream()
    val complained = ByteArrayOutputStream()
    return try {
        System.setOut(PrintStream(said, true))
        System.setErr(PrintStream(complained, true))
        Said(hydrangea(words.toList()), said.toString(), complained.toString())
    } finally {
        System.setOut(out)
        System.setErr(err)
    }
}
