package hydrangea.runner.sweep

/**
 * The work on a job, by a process of our own or by one that a parent before us has left behind.
 *
 * @param answer the exit code, once there is one; a process of another parent tells none
 */
internal class Worker(val handle: ProcessHandle, private val answer: (() -> Int?)? = null) {
    /** Null where it is not ours to know. */
    val exitCode
        get() = answer?.invoke()

    val ended
        get() = if (answer == null) !handle.isAlive else exitCode != null

    /** Asks it to finish its update, to write a checkpoint and to end. */
    fun stop() = handle.destroy()

    fun kill() = handle.destroyForcibly()
}
