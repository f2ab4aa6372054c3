package hydrangea.runner.run

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import hydrangea.runner.script.Unreadable
import hydrangea.runner.script.readSource
import hydrangea.runner.script.shown
import java.nio.file.Path
import kotlin.io.path.exists

/** What is no longer as it was when a run last worked: to be said, since its numbers may come out otherwise. */
internal class Changes(private val record: JsonObject, private val directory: Path) {
    private val last = record.getAsJsonArray("resumed")?.lastOrNull() as? JsonObject ?: record

    fun words(threads: Int): List<String> =
        (listOf(record["script"]) + record.getAsJsonArray("imports")?.toList().orEmpty()).mapNotNull(::source) +
            listOfNotNull(program(), threads(threads))

    private fun source(source: JsonElement): String? {
        val (path, copy, sha256) = listOf("path", "copy", "sha256").map { source.asJsonObject[it].asString }
        val frozen = directory.resolve(copy)
        return when {
            hash(frozen) != sha256 -> "${frozen.shown()} was altered since the run began; as it is now, it counts"
            Path.of(path).exists() && hash(Path.of(path)) != sha256 ->
                "${Path.of(path).shown()} has changed since the run began; its copy ${frozen.shown()} counts"
            else -> null
        }
    }

    private fun hash(script: Path) =
        try {
            sha256(readSource(script).text)
        } catch (_: Unreadable) {
            null
        }

    private fun program(): String? {
        val script = Path.of(record["script"].asJsonObject["path"].asString)
        val now = element(Provenance.ofProcess(script)).asJsonObject
        val versions = now["versions"].asJsonObject.keySet().mapNotNull { difference(it, now, "versions", it) }
        val code = difference("code", now, "code")
        val commit = code?.let { difference("commit", now, "git", "commit") } // the same code may be committed anew
        val changed = versions + listOfNotNull(code, commit)
        return if (changed.isEmpty()) null
        else "since the run last worked, ${changed.joinToString()}: the numbers may differ from those of then"
    }

    private fun difference(name: String, now: JsonObject, vararg path: String): String? {
        val (before, after) = last.text(*path) to now.text(*path)
        return if (before == after) null else "$name ${before ?: "unknown"} became ${after ?: "unknown"}"
    }

    private fun threads(now: Int): String? {
        val before = record["threads"]?.asInt
        return if (before == now) null else "the run began with $before threads; with $now the numbers may differ"
    }
}
