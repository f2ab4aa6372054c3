package hydrangea.runner

/**
 * What the user got wrong, all of it at once; each problem says what to type instead.
 *
 * @property exitCode see [ExitCode]
 */
class UsageError(val problems: List<String>, val exitCode: Int = ExitCode.USAGE) :
    RuntimeException(problems.joinToString("\n")) {
    constructor(problem: String, exitCode: Int = ExitCode.USAGE) : this(listOf(problem), exitCode)
}

/** The exit codes of `hydrangea`. */
object ExitCode {
    const val SUCCESS = 0
    const val USAGE = 1
    const val SCRIPT = 2
    const val DIVERGED = 3
    const val FAILED = 4
    const val INTERRUPTED = 130
    const val TERMINATED = 143
}
