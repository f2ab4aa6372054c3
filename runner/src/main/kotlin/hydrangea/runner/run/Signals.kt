package hydrangea.runner.run

import hydrangea.runner.ExitCode
import sun.misc.Signal
import sun.misc.SignalHandler

/** Whether someone wants the run to end early. */
fun interface Interruption {
    /** The exit code to end with, or null to go on. */
    fun requested(): Int?
}

/**
 * Ctrl-C, SIGTERM and a closed terminal, noted until the update is done; the second of them leaves at once.
 *
 * @param noticed called at the first one
 * @param leave ends the process
 */
class Signals(private val noticed: () -> Unit, private val leave: (Int) -> Unit = { Runtime.getRuntime().halt(it) }) :
    Interruption, AutoCloseable {
    @Volatile private var exitCode: Int? = null
    private val before = CODES.map { (name, code) -> Signal(name).let { it to Signal.handle(it) { handle(code) } } }

    init {
        // Under nohup a hang-up is ignored, and stays so.
        before.filter { (signal, old) -> signal.name == "HUP" && old == SignalHandler.SIG_IGN }.forEach(::restore)
    }

    override fun requested() = exitCode

    override fun close() = before.forEach(::restore)

    private fun restore(entry: Pair<Signal, SignalHandler>) {
        Signal.handle(entry.first, entry.second)
    }

    @Synchronized
    private fun handle(code: Int) {
        if (exitCode != null) return leave(code)
        exitCode = code
        noticed()
    }

    private companion object {
        val WINDOWS = System.getProperty("os.name").startsWith("Windows")
        val CODES =
            mapOf("INT" to ExitCode.INTERRUPTED, "TERM" to ExitCode.TERMINATED) +
                if (WINDOWS) emptyMap() else mapOf("HUP" to ExitCode.TERMINATED)
    }
}
