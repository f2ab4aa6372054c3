package hydrangea.runner.run

import com.github.ajalt.mordant.terminal.Terminal
import hydrangea.runner.UsageError
import java.nio.file.Path

/**
 * Carries out jobs, each in a directory of its own.
 *
 * @param interruption says when to end early; by default the signals of the process do
 */
class Runner(
    private val terminal: Terminal,
    private val watch: Watch = SystemWatch,
    private val interruption: Interruption? = null,
) {
    /**
     * Runs [job] to its end in a new directory under [out], and ends itself with the line `run directory: PATH`.
     *
     * @return the exit code
     * @throws UsageError when the directory cannot be made or the job cannot start; nothing is left behind
     */
    fun run(job: Job, out: Path): Int =
        RunDirectory.create(out, job.name, watch.now()) { shortId() + job.label.suffix }
            .use { directory ->
                try {
                    run(job, directory)
                } catch (e: UsageError) {
                    directory.discard()
                    throw e
                }
            }

    /** The same in a directory that is there already. */
    fun run(job: Job, directory: RunDirectory): Int {
        val outcome = interruptible { Run(job, directory, terminal, watch, it).execute() }
        terminal.rawPrint("run directory: ${directory.path}\n")
        return outcome.exitCode
    }

    private fun <T> interruptible(action: (Interruption) -> T): T =
        if (interruption != null) action(interruption) else Signals(::promise).use(action)

    private fun promise() = terminal.rawPrint("finishing this update; once more to leave at once\n", stderr = true)
}
