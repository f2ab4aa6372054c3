package hydrangea.runner.run

import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries

/** A directory that nobody will miss. */
internal class Litter(val path: Path, val why: String)

/** The failed and empty runs in [folder], and the sweeps that have nothing else. */
internal fun litterBelow(folder: Path): List<Litter> =
    (runsBelow(folder) + abandoned(folder, DEPTH)).mapNotNull { path -> why(path)?.let { Litter(path, it) } }

/** What was left before a run began in it. */
private fun abandoned(path: Path, depth: Int): List<Path> =
    if (isRun(path) || isSweep(path)) emptyList()
    else if (path.resolve(LOCK).exists()) listOf(path)
    else if (depth == 0 || !path.isDirectory()) emptyList()
    else path.listDirectoryEntries().flatMap { abandoned(it, depth - 1) }

private fun why(path: Path): String? =
    when {
        isSweep(path) -> whySweep(Found(path))
        isRun(path) -> whyRun(Condition(path))
        else -> "empty"
    }

private fun whySweep(sweep: Found): String? {
    val jobs = sweep.jobs()
    val nothing = sweep.word != "running" && jobs.all { whyRun(Condition(it.path)) != null }
    return if (nothing) "a sweep of ${jobs.size} jobs, all failed or empty" else null
}

private fun whyRun(run: Condition): String? =
    when {
        run.running -> null
        run.status == Status.FAILED -> "failed: ${run.record.text("exitReason").orEmpty()}"
        run.status == Status.FINISHED || run.status == Status.DIVERGED -> null
        run.directory.resolve("checkpoint").exists() -> null
        else -> "${run.word} before its first checkpoint"
    }
