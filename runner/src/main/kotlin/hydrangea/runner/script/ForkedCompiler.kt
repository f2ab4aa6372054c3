package hydrangea.runner.script

import java.io.DataInputStream
import java.io.DataOutputStream
import java.io.IOException
import java.util.concurrent.CompletableFuture
import kotlin.io.path.Path
import sun.misc.Signal
import sun.misc.SignalHandler

/**
 * The compiler in a JVM of its own, so that one that trains never carries it: the child reads a script from its
 * standard input, writes the outcome to its standard output, and ends.
 *
 * @property options of that JVM, its class path among them
 */
internal class ForkedCompiler(private val options: List<String>, private val defaultImports: List<String>) : Compiler {
    override fun compile(script: Script): Outcome {
        val process = ProcessBuilder(listOf(JAVA) + options + OPTIONS + CHILD + defaultImports).start()
        val complaint = CompletableFuture.supplyAsync { process.errorStream.bufferedReader().readText() }
        val outcome =
            try {
                process.ask(script)
            } catch (e: IOException) {
                throw IllegalStateException(died(process, complaint), e)
            }
        check(process.waitFor() == 0) { died(process, complaint) }
        return outcome
    }

    private fun Process.ask(script: Script): Outcome {
        DataOutputStream(outputStream.buffered()).use { it.writeScript(script) }
        return DataInputStream(inputStream.buffered()).use { it.readOutcome(script) }
    }

    private fun died(process: Process, complaint: CompletableFuture<String>) =
        "the process of the Kotlin compiler ended with exit code ${process.waitFor()}: ${complaint.join().trim()}"

    private companion object {
        /** Two seconds of work do not repay better code. The VM's own words must not get among the answer. */
        val OPTIONS = listOf("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisplayVMOutputToStderr")

        const val CHILD = "hydrangea.runner.script.ForkedCompilerKt"
    }
}

/** The program that runs this process. */
internal val JAVA = Path(System.getProperty("java.home"), "bin", "java").toString()

/** The child. */
fun main(defaultImports: Array<String>) {
    // Ctrl-C reaches the child as well as its parent, which would report a dead compiler while it ends itself.
    Signal.handle(Signal("INT"), SignalHandler.SIG_IGN)
    val answer = System.out
    System.setOut(System.err)
    val script = DataInputStream(System.`in`.buffered()).readScript()
    val outcome = K2(defaultImports.asList(), ClassPath.ofThisProcess()).compile(script)
    DataOutputStream(answer.buffered()).use { it.writeOutcome(outcome, script) }
}
