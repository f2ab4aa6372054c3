package hydrangea.runner.run

import com.google.gson.JsonObject
import com.google.gson.JsonParseException
import com.google.gson.JsonParser
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.override.shellWord
import hydrangea.runner.script.shown
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.getLastModifiedTime
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText

/** What a sweep's directory has and a run's has not. */
internal const val SWEEP = "sweep.json"

internal fun isSweep(path: Path) = path.resolve(SWEEP).exists()

internal fun isRun(path: Path) = path.resolve(RECORD).exists()

/** [path] if it is the directory of a run; else a [UsageError] says what to type instead of `hydrangea verb path`. */
internal fun runDirectoryAt(path: Path, verb: String = RESUME): Path =
    found(path, verb).also {
        if (isSweep(it)) throw UsageError("${it.shown()} is a sweep: name one of its jobs, such as ${it.shown()}/0")
    }

/** [path] if it is the directory of a run or a sweep; else a [UsageError] says what to type instead. */
internal fun found(path: Path, verb: String): Path {
    val full = path.toAbsolutePath().normalize()
    val around = generateSequence(full.parent) { it.parent }.firstOrNull(::isOne)
    val entries = if (full.isDirectory()) full.listDirectoryEntries() else emptyList()
    val shown = full.shown()
    return when {
        isOne(full) -> full
        around != null -> throw UsageError("$shown lies in a ${kind(around)} directory: ${said(verb, around)}")
        !full.exists() -> throw UsageError("there is no run directory $shown" + siblings(full))
        entries.isEmpty() -> throw UsageError("$shown is empty; a run directory is made by ./hydrangea run SCRIPT")
        full.resolve(LOCK).exists() ->
            throw UsageError("$shown was left before its run began: there is nothing to $verb in it")
        else -> throw UsageError("$shown is no run directory" + below(full, verb))
    }
}

private fun isOne(path: Path) = isRun(path) || isSweep(path)

private fun kind(path: Path) = if (isSweep(path)) "sweep" else "run"

private fun siblings(path: Path): String {
    val parent = path.parent?.takeIf { it.isDirectory() } ?: return ""
    return didYouMean(path.name, parent.listDirectoryEntries().filter { it.isDirectory() }.map { it.name })
}

private fun below(path: Path, verb: String): String {
    val runs = runsBelow(path)
    val newest = runs.maxByOrNull { file(it).getLastModifiedTime() } ?: return ": it has no $RECORD"
    val many = if (runs.size == 1) "one:" else "${runs.size}, of which this is the newest:"
    return ", but holds $many ${said(verb, newest)}"
}

private fun file(one: Path) = one.resolve(if (isSweep(one)) SWEEP else RECORD)

/** The runs and sweeps in [path], to some depth; those of a sweep's jobs are the sweep's. */
internal fun runsBelow(path: Path): List<Path> = foldersBelow(path, DEPTH, ::isOne)

/** The same with what was left before a run began in it. */
internal fun claimedBelow(path: Path): List<Path> = foldersBelow(path, DEPTH) { isOne(it) || it.resolve(LOCK).exists() }

private fun foldersBelow(path: Path, depth: Int, wanted: (Path) -> Boolean): List<Path> =
    if (wanted(path)) listOf(path)
    else if (depth == 0 || !path.isDirectory()) emptyList()
    else path.listDirectoryEntries().flatMap { foldersBelow(it, depth - 1, wanted) }

/** Why the directory cannot be had: who has it. */
internal fun inUse(path: Path): String {
    val file = path.resolve(if (isSweep(path)) SWEEP else STATUS)
    val pid = runCatching { Pid.from(jsonObject(file)) }.getOrNull()
    if (pid == null) return "${path.shown()} is in use by another process"
    val n = pid.number
    return "${path.shown()} is running, as process $n on ${pid.host}: stop that first (kill $n lets it write a checkpoint)"
}

/** What takes the run in [directory] up again. */
internal fun resumeCommand(directory: Path) = said(RESUME, directory)

private const val RESUME = "resume"

/** `./hydrangea verb directory`, to be pasted into a shell. */
internal fun said(verb: String, directory: Path) =
    listOf("./hydrangea", verb, directory.shown()).joinToString(" ", transform = ::shellWord)

/** The object in a file of a run; what is none is the user's to mend. */
internal fun jsonObject(file: Path): JsonObject =
    try {
        JsonParser.parseString(file.readText()) as? JsonObject ?: throw UsageError("${file.shown()} is damaged")
    } catch (e: IOException) {
        throw UsageError("${file.shown()} cannot be read: ${reason(e)}")
    } catch (_: JsonParseException) {
        throw UsageError("${file.shown()} is damaged")
    }

/** Folders between `runs` and a run: a script's topic and name, and one to spare. */
private const val DEPTH = 4
