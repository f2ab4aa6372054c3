package hydrangea.runner.run

import java.nio.channels.FileChannel
import java.nio.file.Path
import java.nio.file.StandardOpenOption.CREATE_NEW
import java.nio.file.StandardOpenOption.WRITE
import kotlin.io.path.deleteExisting
import kotlin.io.path.fileSize
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name

/**
 * The rows of `metrics.csv` as TensorBoard reads them, in files `events.out.tfevents.*` of [folder]. Every row is on
 * its way to the disk when [row] returns.
 *
 * Whoever goes on in a folder begins a new file, as TensorBoard may be in the midst of an old one.
 *
 * @param keep the [position] from which to go on: later rows are cut off, a torn last one too
 */
class EventFiles(folder: Path, private val watch: Watch, keep: Long) : AutoCloseable {
    private val before = cutBack(folder, keep)
    private val file = folder.resolve(name(folder))
    private val channel = FileChannel.open(file, CREATE_NEW, WRITE)

    /** Where the rows so far end: the size of all event files together. */
    val position: Long
        get() = before + channel.position()

    init {
        append(file, channel, Event.version(watch.now()))
    }

    fun row(phase: String, step: Long, values: Map<String, Double>, updatesPerSecond: Double) {
        val tagged = (values + ("SPS" to updatesPerSecond)).mapKeys { (metric, _) -> tag(phase, metric) }
        append(file, channel, Event.scalars(watch.now(), step, tagged))
    }

    override fun close() = channel.close()

    /** TensorBoard reads the files in the order of their names: a new one comes last, whatever the clock says. */
    private fun name(folder: Path): String {
        val earlier = files(folder).mapNotNull { it.name.removePrefix(PREFIX).substringBefore('.').toLongOrNull() }
        val seconds = maxOf(watch.now().epochSecond, (earlier.maxOrNull() ?: 0) + 1)
        return "$PREFIX$seconds.${Provenance.host}.${ProcessHandle.current().pid()}.0"
    }

    private companion object {
        const val PREFIX = "events.out.tfevents."

        fun files(folder: Path) = folder.listDirectoryEntries("$PREFIX*").sortedBy { it.name }

        /** Cuts off what lies beyond the first [keep] bytes of all files together; returns how many are left. */
        fun cutBack(folder: Path, keep: Long): Long {
            var before = 0L
            for (file in files(folder)) {
                val kept = minOf(file.fileSize(), keep - before)
                if (kept == 0L) file.deleteExisting() else FileChannel.open(file, WRITE).use { it.truncate(kept) }
                before += kept
            }
            return before
        }
    }
}
