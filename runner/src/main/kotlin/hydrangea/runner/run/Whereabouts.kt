package hydrangea.runner.run

import com.google.gson.JsonObject
import com.google.gson.JsonParseException
import com.google.gson.JsonParser
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.script.shown
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.getLastModifiedTime
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText

/** [path] if it is a run directory; else a [UsageError] says what to type instead. */
internal fun runDirectoryAt(path: Path): Path {
    val full = path.toAbsolutePath().normalize()
    val around = generateSequence(full.parent) { it.parent }.firstOrNull(::isRun)
    val entries = if (full.isDirectory()) full.listDirectoryEntries() else emptyList()
    val shown = full.shown()
    return when {
        isRun(full) -> full
        around != null -> throw UsageError("$shown lies in a run directory: ${resumeCommand(around)}")
        !full.exists() -> throw UsageError("there is no run directory $shown" + siblings(full))
        entries.isEmpty() -> throw UsageError("$shown is empty; a run directory is made by ./hydrangea run SCRIPT")
        full.resolve(LOCK).exists() ->
            throw UsageError("$shown was left before its run began: there is nothing to resume in it")
        else -> throw UsageError("$shown is no run directory" + below(full))
    }
}

private fun isRun(path: Path) = path.resolve("run.json").exists()

private fun siblings(path: Path): String {
    val parent = path.parent?.takeIf { it.isDirectory() } ?: return ""
    return didYouMean(path.name, parent.listDirectoryEntries().filter { it.isDirectory() }.map { it.name })
}

private fun below(path: Path): String {
    val runs = runsBelow(path, DEPTH)
    val newest = runs.maxByOrNull { it.resolve("run.json").getLastModifiedTime() } ?: return ": it has no run.json"
    val many = if (runs.size == 1) "one" else "${runs.size}, of which the newest is resumed by"
    return ", but holds $many: ${resumeCommand(newest)}"
}

private fun runsBelow(path: Path, depth: Int): List<Path> =
    if (isRun(path)) listOf(path)
    else if (depth == 0 || !path.isDirectory()) emptyList()
    else path.listDirectoryEntries().flatMap { runsBelow(it, depth - 1) }

/** Why the directory cannot be had: who has it. */
internal fun inUse(path: Path): String {
    val status = runCatching { jsonObject(path.resolve("status.json")) }.getOrNull()
    val pid = status?.get("pid") ?: return "${path.shown()} is in use by another process"
    return "${path.shown()} is running, as process $pid on ${status["host"].asString}: " +
        "stop that first (kill $pid lets it write a checkpoint)"
}

/** What takes the run in [directory] up again. */
internal fun resumeCommand(directory: Path, vararg more: String) =
    (listOf("./hydrangea", "resume", directory.shown()) + more).joinToString(" ", transform = ::word)

/** [text] as a shell takes it for one word. */
internal fun word(text: String) = if (PLAIN.matches(text)) text else "'" + text.replace("'", "'\\''") + "'"

/** The object in a file of a run; what is none is the user's to mend. */
internal fun jsonObject(file: Path): JsonObject =
    try {
        JsonParser.parseString(file.readText()) as? JsonObject ?: throw UsageError("${file.shown()} is damaged")
    } catch (e: IOException) {
        throw UsageError("${file.shown()} cannot be read: ${reason(e)}")
    } catch (_: JsonParseException) {
        throw UsageError("${file.shown()} is damaged")
    }

private val PLAIN = Regex("[\\w./=:+-]+")

/** Folders between `runs` and a run: a script's topic and name, and one to spare. */
private const val DEPTH = 4
