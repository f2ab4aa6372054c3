package hydrangea.runner.sweep

import hydrangea.runner.PlannedSweep
import hydrangea.runner.run.Label
import hydrangea.runner.run.Provenance
import hydrangea.runner.run.SCRIPT_FOLDER
import hydrangea.runner.run.Watch
import hydrangea.runner.run.copy
import hydrangea.runner.run.freeze
import hydrangea.runner.run.job
import java.nio.file.Path

/**
 * What a sweep is to be.
 *
 * @property words what was said about the script, for the record
 */
internal class NewSweep(val planned: PlannedSweep, val label: Label, val words: List<String>)

/** Makes a run directory for every job, none of which has begun; the sweep is there with its last file, its record. */
internal fun NewSweep.laidDown(folder: Path, manner: Manner, watch: Watch): SweepRecord {
    val process = Provenance.ofProcess(planned.script.path)
    copy(planned.script.sources, folder.resolve(SCRIPT_FOLDER))
    val jobs =
        planned.plan.jobs.map {
            val job = planned.loaded(it).job(manner.threads, manner.checkpointEvery, label = label)
            val directory = folder.resolve("${it.index}")
            freeze(job, directory, watch, process)
            SweepJob(it.index, it.overrides, it.point, directory)
        }
    return SweepRecord(folder, about(watch), manner, jobs)
}

private fun NewSweep.about(watch: Watch): Map<String, Any?> =
    mapOf(
        "experiment" to planned.name,
        "name" to label.name,
        "tags" to label.tags,
        "script" to Provenance.of(planned.script.sources.first()),
        "words" to words,
        "started" to "${watch.now()}",
    )
