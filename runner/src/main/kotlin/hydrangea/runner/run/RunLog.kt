package hydrangea.runner.run

import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption.APPEND
import java.nio.file.StandardOpenOption.CREATE
import java.time.temporal.ChronoUnit

/** `run.log`: what happened when, for the day something goes wrong. */
class RunLog(private val file: Path, private val watch: Watch) {
    /** Whether the last line got there: where the disk is full, a log that throws would hide the reason. */
    @Volatile
    var works = true
        private set

    @Synchronized
    fun line(text: String) {
        val time = watch.now().truncatedTo(ChronoUnit.MILLIS)
        try {
            Files.writeString(file, "$time $text\n", CREATE, APPEND)
            works = true
        } catch (_: IOException) {
            works = false
        }
    }

    fun trace(what: String, problem: Throwable) = line("$what: ${problem.stackTraceToString().trimEnd()}")
}
