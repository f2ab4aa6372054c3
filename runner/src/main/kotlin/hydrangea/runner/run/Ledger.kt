package hydrangea.runner.run

import hydrangea.models.figure.Figure
import hydrangea.models.training.Training

/**
 * Takes what a training has to tell to `metrics.csv`, the event files and `plots/`; what belongs to one step becomes
 * one row.
 */
internal class Ledger(
    private val csv: MetricsCsv,
    private val events: EventFiles,
    private val plots: Plots,
    private val meter: Meter,
) : Training.Output {
    private val speed = meter.Speed()
    private val rows = LinkedHashMap<Pair<String, Long>, MutableMap<String, Double>>()

    /** The newest loss, for the progress display. */
    var loss: Double? = null
        private set

    override fun metrics(phase: String, step: Long, values: Map<String, Double>) {
        rows.getOrPut(Pair(phase, step)) { LinkedHashMap() } += values
        (values["loss"] ?: values.entries.firstOrNull { "loss" in it.key }?.value)?.let { loss = it }
    }

    override fun figure(name: String, figure: Figure) = plots.offer(name, figure)

    /** The update is done: its rows are whole. */
    fun flush() {
        if (rows.isEmpty()) return
        val rate = speed.read()
        val due = rows.toList()
        rows.clear() // before any is written: what fails halfway may not come a second time
        for ((at, values) in due) {
            csv.row(at.first, at.second, values, meter.seconds(), rate)
            events.row(at.first, at.second, values, rate)
        }
    }
}
