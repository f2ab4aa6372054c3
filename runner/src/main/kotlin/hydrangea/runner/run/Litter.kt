package hydrangea.runner.run

import java.nio.file.Path
import kotlin.io.path.exists

/** A directory that nobody will miss. */
internal class Litter(val path: Path, val why: String)

/** The failed and empty runs in [folder], and the sweeps that have nothing else. */
internal fun litterBelow(folder: Path): List<Litter> =
    claimedBelow(folder).mapNotNull { path -> why(path)?.let { Litter(path, it) } }

private fun why(path: Path): String? =
    when {
        isSweep(path) -> whySweep(Found(path))
        isRun(path) -> whyRun(Condition(path))
        else -> "empty"
    }

private fun whySweep(sweep: Found): String? {
    val jobs = sweep.jobs()
    val nothing = sweep.word != "running" && jobs.all { job -> job.condition?.let(::whyRun) != null }
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
