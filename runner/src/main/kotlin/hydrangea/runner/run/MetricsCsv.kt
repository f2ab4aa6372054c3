package hydrangea.runner.run

import java.io.IOException
import java.io.StringReader
import java.nio.channels.FileChannel
import java.nio.file.Path
import java.nio.file.StandardOpenOption.WRITE
import java.util.Locale
import kotlin.io.path.bufferedReader
import kotlin.io.path.exists

/**
 * `metrics.csv`: `step`, `phase`, the metrics in the order of their first appearance, and last the columns that depend
 * on time, so that the others are equal between equal runs. An empty cell is no value. Every row is on its way to the
 * disk when [row] returns.
 *
 * A file that is there already is cut back to its first [rows] and to the first [columns] metrics, as it was when there
 * were so many: the rows after them are to be told again.
 */
class MetricsCsv(private val file: Path, rows: Long = 0, columns: Int = 0) : AutoCloseable {
    /** Rows in the file; fewer than were asked for where someone has taken some away. */
    var rows = 0L
        private set

    private val metrics = names().take(columns).toMutableList()
    private var channel = rewritten(names().size - metrics.size, rows)

    val columns
        get() = metrics.size

    fun row(phase: String, step: Long, values: Map<String, Double>, seconds: Double, updatesPerSecond: Double) {
        require(values.keys.none { it in OWN }) { "a metric may not be named ${values.keys.first { it in OWN }}" }
        val new = values.keys - metrics.toSet()
        if (new.isNotEmpty()) widen(new)
        val cells = metrics.map { name -> values[name]?.let(::exact) ?: "" }
        val times = listOf("%.3f".format(Locale.ROOT, seconds), "%.1f".format(Locale.ROOT, updatesPerSecond))
        append(csvLine(listOf("$step", phase) + cells + times))
        rows++
    }

    /** Returns when all rows are on the disk. */
    fun sync() =
        try {
            channel.force(false)
        } catch (e: IOException) {
            throw UnwritableFile(file, e)
        }

    override fun close() = channel.close()

    private fun names() =
        if (file.exists()) csvCells(file.bufferedReader().use { it.readLine().orEmpty() }).drop(2).dropLast(2)
        else emptyList()

    /** Columns that nobody knew of when the file began: every earlier row gets empty cells for them. */
    private fun widen(new: Set<String>) {
        metrics += new
        channel.close()
        channel = rewritten(-new.size, rows)
    }

    /** The file anew, with at most its first [wanted] rows, and with so many cells less before the columns of time. */
    private fun rewritten(less: Int, wanted: Long): FileChannel {
        val lines = if (file.exists()) file.bufferedReader() else StringReader("").buffered()
        rows = 0
        lines.use {
            replace(file) { anew ->
                anew.write(header().toByteArray())
                for (row in lines.lineSequence().drop(1).take(Math.toIntExact(wanted))) {
                    anew.write(fitted(row, less).toByteArray())
                    rows++
                }
            }
        }
        return FileChannel.open(file, WRITE).apply { position(size()) }
    }

    private fun fitted(row: String, less: Int): String {
        val times = row.lastIndexOf(',', row.lastIndexOf(',') - 1)
        val cells = row.substring(0, times) + ",".repeat(maxOf(0, -less))
        val end = (1..less).fold(cells.length) { end, _ -> cells.lastIndexOf(',', end - 1) }
        return cells.substring(0, end) + row.substring(times) + "\n"
    }

    private fun header() = csvLine(listOf("step", "phase") + metrics + listOf("seconds", "updates_per_second"))

    private fun append(text: String) = append(file, channel, text.toByteArray())

    private companion object {
        val OWN = setOf("step", "phase", "seconds", "updates_per_second")
    }
}

/** The shortest usual form that reads back as the same number. */
internal fun exact(value: Double) = value.toString().removeSuffix(".0")
