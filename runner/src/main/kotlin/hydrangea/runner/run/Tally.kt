package hydrangea.runner.run

import hydrangea.models.Saved
import hydrangea.models.Store
import hydrangea.models.figure.Figure
import hydrangea.models.training.Training

/**
 * Where a run stands besides its training: a run that is resumed goes on counting from here.
 *
 * @property seconds since the run began, what was lost to a kill and the time between not counted
 * @property rows of `metrics.csv`, all later ones are told again
 * @property columns of `metrics.csv` that are metrics
 * @property eventBytes of the event files
 * @property figures told, but not drawn yet
 */
data class Tally(
    val updates: Long = 0,
    val seconds: Double = 0.0,
    val trainingSeconds: Double = 0.0,
    val rows: Long = 0,
    val columns: Int = 0,
    val eventBytes: Long = 0,
    val figures: Map<String, Figure> = emptyMap(),
) {
    /** The same, or in a restoring store what was kept. */
    fun exchanged(store: Store) =
        Tally(
            store.number("updates", updates),
            store.number("seconds", seconds),
            store.number("trainingSeconds", trainingSeconds),
            store.number("rows", rows),
            store.number("columns", columns.toLong()).toInt(),
            store.number("eventBytes", eventBytes),
            store.map("figures", figures, Figure.Chart.blank(), Figure::exchanged),
        )
}

/** All that a checkpoint keeps. */
internal class RunState(tally: Tally, private val training: Training) : Saved {
    var tally = tally
        private set

    override fun exchange(store: Store) {
        tally = tally.exchanged(store.at("run"))
        store.part("training", training)
    }
}
