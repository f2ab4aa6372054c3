package hydrangea.runner.run

import hydrangea.models.training.Training
import hydrangea.models.training.Training.Progress

/** What a run keeps while it trains: rows, plots and checkpoints. */
internal class Keep(
    directory: RunDirectory,
    job: Job,
    private val plots: Plots,
    private val meter: Meter,
    watch: Watch,
) : AutoCloseable {
    private val from = job.resumed?.from ?: Tally()
    private val csv = MetricsCsv(directory.metrics, from.rows, from.columns)
    private val events = EventFiles(directory.path, watch, from.eventBytes)
    private val checkpoints = directory.checkpoints
    private val clips = Clips(directory.clips, job.recordEvery)
    private val alarm = Alarm(job.checkpointEvery, meter)

    /** Where a training tells what it has to tell. */
    val ledger = Ledger(csv, events, plots, meter)

    /** Rows that the checkpoint knows of and `metrics.csv` has no more. */
    val missingRows = from.rows - csv.rows

    init {
        from.figures.forEach(plots::offer)
    }

    /** An update is done, since [before]: keeps what it told, a clip and everything where these are due. */
    fun updated(training: Training, before: Progress) {
        meter.count()
        ledger.flush()
        clips.updated(before, training)
        if (alarm.due()) checkpoint(training)
    }

    /** Rows first: those that a checkpoint counts must not be lost when the power fails. */
    fun checkpoint(training: Training) {
        csv.sync()
        checkpoints.save(RunState(tally(), training))
        alarm.reset()
    }

    private fun tally() =
        Tally(
            meter.updates,
            meter.seconds(),
            meter.trainingSeconds(),
            csv.rows,
            csv.columns,
            events.position,
            plots.waiting(),
        )

    override fun close() = csv.use { events.close() }
}
