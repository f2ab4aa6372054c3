package hydrangea.runner.curve

import hydrangea.runner.run.MetricsRow

/**
 * What a curve is drawn against: how much a run had done when it told a row, or null where the row does not say.
 *
 * @property label what stands below it
 * @property passes whether it goes on for a run that has finished, which stays where it came to
 */
internal enum class Axis(val label: String, val passes: Boolean = false, private val reading: (MetricsRow) -> Double?) {
    /** Of the phase: of environments where it learns, updates where it fits. */
    STEPS("steps", reading = { it.step.toDouble() }),
    UPDATES("updates", reading = { it.values[UPDATES_MADE] }),

    /** By the clock, since the run began, with all that it does besides training. */
    SECONDS("seconds", passes = true, MetricsRow::seconds);

    fun of(row: MetricsRow): Double? = reading(row)
}

/** A metric that counts, and is no curve of its own. */
internal const val UPDATES_MADE = "charts/updates"
