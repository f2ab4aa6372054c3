package hydrangea.runner.sweep

import hydrangea.runner.ANSWER
import hydrangea.runner.ExitCode
import hydrangea.runner.run.Signals
import hydrangea.runner.run.jsonLine
import hydrangea.runner.script.JAVA
import java.io.BufferedReader
import java.io.IOException
import java.lang.management.ManagementFactory
import java.nio.file.Path
import kotlin.concurrent.thread
import kotlin.io.path.appendText

/**
 * Carries out `hydrangea WORDS` in JVMs like this one, in processes that Ctrl-C does not reach: who started them
 * decides when they end. A process takes one command line after another; where one has gone wrong, the next gets a new
 * process.
 */
internal class Workers(private val threads: Int) : AutoCloseable {
    private val command =
        listOf(JAVA) +
            ManagementFactory.getRuntimeMXBean().inputArguments.filterNot { it.startsWith("-D$TERMINAL=") } +
            PASSED_ON.mapNotNull { name -> System.getProperty(name)?.let { "-D$name=$it" } } +
            listOf("-D$TERMINAL=none", "-D${Signals.JOB}=true", "-cp", System.getProperty("java.class.path"), MAIN)

    private val children = mutableListOf<Child>()

    /** @throws IOException if the system refuses */
    fun start(words: List<String>, output: Path): Worker {
        children.filterNot { it.fit }.forEach { it.close() }
        children.retainAll { it.fit }
        return children.firstOrNull { it.idle }?.let { attempt { it.carryOut(words, output) } }
            ?: Child(process(), output).also(children::add).carryOut(words, output)
    }

    private fun process(): Process {
        val builder = ProcessBuilder(command).redirectErrorStream(true)
        builder.environment()["OMP_NUM_THREADS"] = "$threads"
        return builder.start()
    }

    /** Null where the process has just ended. */
    private fun <T : Any> attempt(action: () -> T): T? =
        try {
            action()
        } catch (_: IOException) {
            null
        }

    override fun close() = children.forEach { it.close() }

    private companion object {
        const val TERMINAL = "hydrangea.terminal"
        const val MAIN = "hydrangea.runner.JobsKt"

        /** What a program may have set after its start. */
        val PASSED_ON = listOf("hydrangea.home", "hydrangea.options", "hydrangea.settings")
    }
}

/** A process, which answers each command line with its exit code; what else comes from it is the JVM's last word. */
private class Child(private val process: Process, output: Path) : AutoCloseable {
    private class Said(val output: Path) {
        @Volatile var code: Int? = null
    }

    @Volatile private var said = Said(output)

    private val listener =
        thread(isDaemon = true, name = "worker ${process.pid()}") { process.inputReader().use(::hear) }

    /** Whether another command line may follow. */
    val fit
        get() = process.isAlive && said.code.let { it == null || it in HARMLESS }

    val idle
        get() = process.isAlive && said.code in HARMLESS

    fun carryOut(words: List<String>, output: Path): Worker {
        val now = Said(output)
        said = now
        process.outputStream.run {
            write("${jsonLine(listOf("$output") + words)}\n".toByteArray())
            flush()
        }
        return Worker(process.toHandle()) { now.code ?: exitCode() }
    }

    private fun exitCode() = if (process.isAlive || listener.isAlive) null else process.exitValue()

    private fun hear(lines: BufferedReader) =
        lines.forEachLine { line ->
            if (line.startsWith(ANSWER)) said.code = line.removePrefix(ANSWER).toInt()
            else runCatching { said.output.appendText("$line\n") } // the disk may be full
        }

    /** It ends when what it has at hand is done. */
    override fun close() =
        try {
            process.outputStream.close()
        } catch (_: IOException) {
            // it has ended already
        }

    private companion object {
        val HARMLESS = listOf(ExitCode.SUCCESS, ExitCode.DIVERGED)
    }
}
