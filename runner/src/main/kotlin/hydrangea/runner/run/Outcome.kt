package hydrangea.runner.run

import hydrangea.models.training.NonFiniteLoss
import hydrangea.runner.ExitCode
import java.io.IOException

/** Where a run stands, as `status.json` and `run.json` call it. */
enum class Status {
    PENDING,
    RUNNING,
    FINISHED,
    FAILED,
    DIVERGED,
    CANCELLED;

    override fun toString() = name.lowercase()

    companion object {
        /** The status that [word] says, if it says one. */
        fun of(word: String?): Status? = entries.firstOrNull { "$it" == word }
    }
}

/** How a run ended. */
sealed interface Outcome {
    val status: Status
    val exitCode: Int
    val reason: String

    data object Finished : Outcome {
        override val status = Status.FINISHED
        override val exitCode = ExitCode.SUCCESS
        override val reason = "finished"
    }

    data class Diverged(override val reason: String) : Outcome {
        override val status = Status.DIVERGED
        override val exitCode = ExitCode.DIVERGED
    }

    data class Cancelled(override val exitCode: Int) : Outcome {
        override val status = Status.CANCELLED
        override val reason = if (exitCode == ExitCode.INTERRUPTED) "interrupted (Ctrl-C)" else "terminated"
    }

    data class Failed(override val reason: String) : Outcome {
        override val status = Status.FAILED
        override val exitCode = ExitCode.FAILED
    }

    companion object {
        /** How a run ends that meets [problem]. */
        fun of(problem: Throwable): Outcome =
            when (problem) {
                is NonFiniteLoss -> Diverged(problem.message ?: "the loss is not finite")
                is UnwritableFile -> Failed(problem.message ?: "a file cannot be written")
                is IOException -> Failed(reason(problem))
                else -> Failed(problem.toString())
            }
    }
}
