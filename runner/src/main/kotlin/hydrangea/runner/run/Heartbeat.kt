package hydrangea.runner.run

import java.nio.file.Path
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit.SECONDS

/**
 * `status.json`, written anew every few seconds by a thread of its own: who reads it knows that the process lives, also
 * through a long measurement.
 */
class Heartbeat(private val file: Path, private val content: () -> Map<String, Any?>) : AutoCloseable {
    private val timer =
        Executors.newSingleThreadScheduledExecutor { work -> Thread(work, "heartbeat").apply { isDaemon = true } }

    init {
        beat()
        timer.scheduleWithFixedDelay({ runCatching(::beat) }, EVERY, EVERY, SECONDS)
    }

    /** Writes the file now. */
    @Synchronized fun beat() = replace(file, json(content()))

    /** The last beat. */
    override fun close() {
        timer.shutdown()
        beat()
    }

    private companion object {
        const val EVERY = 5L
    }
}
