package hydrangea.runner.sweep

import hydrangea.runner.run.Signals
import hydrangea.runner.script.JAVA
import java.io.IOException
import java.lang.management.ManagementFactory
import java.nio.file.Path
import kotlin.io.path.Path

/** A process that works on a job: one of our own, or one that a parent before us has left behind. */
internal class Worker(val handle: ProcessHandle, private val process: Process? = null) {
    val ended
        get() = !handle.isAlive

    /** Null where it is not ours to know. */
    val exitCode
        get() = process?.takeIf { !it.isAlive }?.exitValue()

    /** Asks it to finish its update, to write a checkpoint and to end. */
    fun stop() = handle.destroy()

    fun kill() = handle.destroyForcibly()
}

/**
 * Starts `hydrangea WORDS` in a JVM like this one, in a process that Ctrl-C does not reach: who started it decides when
 * it ends.
 */
internal class ChildJvm(private val threads: Int) {
    private val command =
        listOf(JAVA) +
            ManagementFactory.getRuntimeMXBean().inputArguments.filterNot { it.startsWith("-D$TERMINAL=") } +
            PASSED_ON.mapNotNull { name -> System.getProperty(name)?.let { "-D$name=$it" } } +
            listOf("-D$TERMINAL=none", "-D${Signals.JOB}=true", "-cp", System.getProperty("java.class.path"), MAIN)

    /** @throws IOException if the system refuses */
    fun start(words: List<String>, output: Path): Worker {
        val builder = ProcessBuilder(command + words).redirectErrorStream(true)
        builder.environment()["OMP_NUM_THREADS"] = "$threads"
        builder.redirectInput(ProcessBuilder.Redirect.from(Path(NOTHING).toFile()))
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        return builder.start().let { Worker(it.toHandle(), it) }
    }

    private companion object {
        const val TERMINAL = "hydrangea.terminal"
        const val MAIN = "hydrangea.runner.MainKt"

        /** What a program may have set after its start. */
        val PASSED_ON = listOf("hydrangea.home", "hydrangea.options")
        val NOTHING = if (System.getProperty("os.name").startsWith("Windows")) "NUL" else "/dev/null"
    }
}
