package hydrangea.runner.sweep

import hydrangea.runner.UsageError
import hydrangea.runner.run.Pid
import hydrangea.runner.run.SWEEP
import hydrangea.runner.run.Status
import hydrangea.runner.run.atWork
import hydrangea.runner.run.json
import hydrangea.runner.run.jsonObject
import hydrangea.runner.run.replace
import hydrangea.runner.run.resumeCommand
import hydrangea.runner.script.shown
import java.nio.file.Path

/**
 * `sweep.json`: what a sweep is made of, and where its jobs stand; written whenever one of them begins or ends.
 *
 * @property about what was settled when it was planned: experiment, label, words
 */
internal class SweepRecord(
    val folder: Path,
    private val about: Map<String, Any?>,
    val manner: Manner,
    val jobs: List<SweepJob>,
) {
    val experiment = about.getValue("experiment").toString()

    fun save(status: Status) =
        replace(folder.resolve(SWEEP), json(mapOf("status" to "$status") + head() + Pid.own().told() + told(jobs)))

    /** All of it, for programs. */
    fun told() = mapOf("atWork" to atWork(folder)) + head() + told(jobs)

    private fun head() = about + mapOf("manner" to manner.told())

    private fun told(jobs: List<SweepJob>) = mapOf("jobs" to jobs.map { it.told() })

    /** The same jobs, worked on in another manner. */
    fun with(manner: Manner) = SweepRecord(folder, about, manner, jobs)

    companion object {
        private val ABOUT = listOf("experiment", "name", "tags", "script", "words", "started")

        fun read(folder: Path): SweepRecord {
            val told = jsonObject(folder.resolve(SWEEP))
            try {
                val jobs = told.getAsJsonArray("jobs").map { SweepJob.from(it.asJsonObject, folder) }
                val about = told.asMap().filterKeys { it in ABOUT } + ("experiment" to told["experiment"].asString)
                return SweepRecord(folder, about, Manner.from(told.getAsJsonObject("manner")), jobs)
            } catch (_: NullPointerException) {
                throw UsageError("${folder.shown()} was made by another version of hydrangea: its $SWEEP lacks a field")
            }
        }

        /** Whether a process works on the sweep in [folder]. */
        fun atWork(folder: Path): Boolean = atWork(jsonObject(folder.resolve(SWEEP)))
    }
}

/** `12 jobs: 3 finished, 2 running, 7 pending`, and how to go on where nobody works on what is left. */
internal fun standing(sweep: SweepRecord): String {
    val left = sweep.jobs.any { !it.settled } && !SweepRecord.atWork(sweep.folder)
    return counted(sweep.jobs) + if (left) "; to go on, say: ${resumeCommand(sweep.folder)}" else ""
}

/** The jobs of these numbers; all of them without any. */
internal fun chosen(sweep: SweepRecord, numbers: List<Int>): List<SweepJob> {
    val wrong = numbers.filter { it !in sweep.jobs.indices }
    if (wrong.isEmpty()) return if (numbers.isEmpty()) sweep.jobs else numbers.map(sweep.jobs::get)
    throw UsageError("there is no job ${wrong.first()}: ${sweep.folder.shown()} has 0 to ${sweep.jobs.size - 1}")
}
