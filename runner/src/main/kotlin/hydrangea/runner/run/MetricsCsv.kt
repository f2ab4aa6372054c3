package hydrangea.runner.run

import java.nio.channels.FileChannel
import java.nio.file.Path
import java.nio.file.StandardOpenOption.CREATE_NEW
import java.nio.file.StandardOpenOption.WRITE
import java.util.Locale
import kotlin.io.path.bufferedReader

/**
 * `metrics.csv`: `step`, `phase`, the metrics in the order of their first appearance, and last the columns that depend
 * on time, so that the others are equal between equal runs. An empty cell is no value. Every row is on its way to the
 * disk when [row] returns.
 */
class MetricsCsv(private val file: Path) : AutoCloseable {
    private val metrics = mutableListOf<String>()
    private var channel = FileChannel.open(file, CREATE_NEW, WRITE)

    init {
        append(header())
    }

    fun row(phase: String, step: Long, values: Map<String, Double>, seconds: Double, updatesPerSecond: Double) {
        require(values.keys.none { it in OWN }) { "a metric may not be named ${values.keys.first { it in OWN }}" }
        val new = values.keys - metrics.toSet()
        if (new.isNotEmpty()) widen(new)
        val cells = metrics.map { name -> values[name]?.let(::exact) ?: "" }
        val times = listOf("%.3f".format(Locale.ROOT, seconds), "%.1f".format(Locale.ROOT, updatesPerSecond))
        append(line(listOf("$step", quoted(phase)) + cells + times))
    }

    override fun close() = channel.close()

    /** Columns that nobody knew of when the file began: every earlier row gets empty cells for them. */
    private fun widen(new: Set<String>) {
        metrics += new
        replace(file) { wider ->
            wider.write(header().toByteArray())
            file.bufferedReader().useLines { lines ->
                lines.drop(1).forEach { wider.write(widened(it, new.size).toByteArray()) }
            }
        }
        channel.close()
        channel = FileChannel.open(file, WRITE).apply { position(size()) }
    }

    private fun widened(row: String, cells: Int): String {
        val times = row.lastIndexOf(',', row.lastIndexOf(',') - 1)
        return row.substring(0, times) + ",".repeat(cells) + row.substring(times) + "\n"
    }

    private fun header() =
        line(listOf("step", "phase") + metrics.map(::quoted) + listOf("seconds", "updates_per_second"))

    private fun line(cells: List<String>) = cells.joinToString(",", postfix = "\n")

    private fun append(text: String) = append(file, channel, text.toByteArray())

    private companion object {
        val OWN = setOf("step", "phase", "seconds", "updates_per_second")
    }
}

/** The shortest usual form that reads back as the same number. */
internal fun exact(value: Double) = value.toString().removeSuffix(".0")

private fun quoted(text: String): String {
    val line = text.replace(Regex("[\r\n]+"), " ")
    return if (line.any { it in ",\"" }) "\"${line.replace("\"", "\"\"")}\"" else line
}
