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
 * Ctrl-C, SIGTERM and a closed terminal, noted until the update is done; the second of them leaves at once. A signal
 * that the process was started to ignore (nohup, a shell's background job) stays ignored, as the JVM sees to.
 *
 * @param noticed called at the first one
 * @param leave ends the process
 */
class Signals(private val noticed: () -> Unit, private val leave: (Int) -> Unit = { Runtime.getRuntime().halt(it) }) :
    Interruption, AutoCloseable {
    @Volatile private var exitCode: Int? = null
    private val before = CODES.map { (name, code) -> Signal(name).let { it to Signal.handle(it) { handle(code) } } }

    override fun requested() = exitCode

    override fun close() = before.forEach { (signal, handler) -> Signal.handle(signal, handler) }

    @Synchronized
    private fun handle(code: Int) {
        if (exitCode != null) return leave(code)
        exitCode = code
        noticed()
    }

    companion object {
        /** The system property of a process that works on a job of a sweep. */
        const val JOB = "hydrangea.job"
        private val ofSweep = System.getProperty(JOB) != null

        /**
         * In the process of a job: leaves what a terminal sends to all its processes to the one that started this,
         * which asks for an end itself, once; a second time would not wait for the checkpoint.
         */
        fun leaveToParent() {
            if (ofSweep) OF_TERMINALS.keys.forEach { Signal.handle(Signal(it), SignalHandler.SIG_IGN) }
        }

        private val WINDOWS = System.getProperty("os.name").startsWith("Windows")
        private val OF_TERMINALS =
            mapOf("INT" to ExitCode.INTERRUPTED) + if (WINDOWS) emptyMap() else mapOf("HUP" to ExitCode.TERMINATED)
        private val CODES = mapOf("TERM" to ExitCode.TERMINATED) + if (ofSweep) emptyMap() else OF_TERMINALS
    }
}
