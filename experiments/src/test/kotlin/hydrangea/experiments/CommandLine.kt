package hydrangea.experiments

import com.google.gson.JsonParser
import hydrangea.runner.hydrangea
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.readLines
import kotlin.io.path.readText

/** What one command line said and how it ended. */
class Said(val code: Int, val out: String, val err: String) {
    /** The directory that the last line names. */
    val directory: Path
        get() = Path(out.trim().lines().last().removePrefix("run directory: "))

    fun file(name: String): String = directory.resolve(name).readText()

    /** A number among the results of `run.json`. */
    fun result(name: String): Double =
        JsonParser.parseString(file("run.json")).asJsonObject["results"].asJsonObject[name].asDouble

    /** `metrics.csv` without the columns that depend on time, which come last. */
    val metrics: List<String>
        get() {
            val lines = directory.resolve("metrics.csv").readLines()
            val columns = lines.first().split(",").indexOf("seconds")
            return lines.map { it.split(",").take(columns).joinToString(",") }
        }
}

/** The weights of the three modes. */
val WEIGHTS = listOf(1.4, 1.2, 1.0).map { it / 3.6 }

/** Runs a command line in this process, as a user's terminal would. */
fun command(vararg words: String): Said {
    System.setProperty("hydrangea.home", Path("..").toAbsolutePath().normalize().toString())
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
