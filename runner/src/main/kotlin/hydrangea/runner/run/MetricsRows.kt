package hydrangea.runner.run

import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.readText

/** A row of `metrics.csv`: what [values] were, by name, at [step] of [phase], [seconds] after the run began. */
internal class MetricsRow(val phase: String, val step: Long, val values: Map<String, Double>, val seconds: Double)

/**
 * The rows that [MetricsCsv] wrote to [file]; none where there is no file. What a kill left of a last row is no row.
 */
internal fun metricsRows(file: Path): List<MetricsRow> {
    if (!file.exists()) return emptyList()
    val lines = file.readText().substringBeforeLast('\n', "").split('\n').map(::csvCells)
    val names = lines.first()
    return lines.drop(1).map { row(names, it) }
}

private fun row(names: List<String>, cells: List<String>): MetricsRow {
    val metrics = names.zip(cells).drop(2).dropLast(2)
    val values = metrics.filter { (_, cell) -> cell.isNotEmpty() }.associate { (name, cell) -> name to cell.toDouble() }
    return MetricsRow(cells[1], cells[0].toLong(), values, cells[cells.size - 2].toDouble())
}
