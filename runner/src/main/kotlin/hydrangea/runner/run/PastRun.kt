package hydrangea.runner.run

import com.google.gson.JsonObject
import hydrangea.runner.UsageError
import hydrangea.runner.script.Source
import hydrangea.runner.script.shown
import java.nio.file.Path

/** A run as its directory tells of it: what it is made of is frozen there, its own copy of the script among it. */
internal class PastRun(val directory: Path) {
    val record: JsonObject = jsonObject(directory.resolve(RECORD))
    val place = directory.shown()
    val experiment = text("experiment")
    val config: Path = directory.resolve(CONFIG)
    val threads: Int = record["threads"]?.asInt ?: 1
    val status = Status.of(record.text("status"))

    /** The script's copy. */
    val script: Path = directory.resolve(text("script", "copy"))

    /** Where the script was when it was copied. */
    val original: Path = Path.of(text("script", "path"))

    /** The texts of the copies, under the paths of their originals. */
    fun originals(copies: List<Source>): List<Source> {
        val entries = listOf(record["script"]) + record.getAsJsonArray("imports").toList()
        val paths = entries.map { it.asJsonObject }.associate { directory.resolve(it["copy"].asString) to it["path"] }
        return copies.map { copy -> paths[copy.path]?.let { Source(Path.of(it.asString), copy.text) } ?: copy }
    }

    fun text(vararg path: String) = record.text(*path) ?: throw UsageError(unknown(path.joinToString(".")))

    private fun unknown(field: String) = "$place was made by another version of hydrangea: its run.json has no $field"
}
