package hydrangea.runner.sweep

import hydrangea.runner.PlannedSweep
import hydrangea.runner.run.Label
import hydrangea.runner.run.Provenance
import hydrangea.runner.run.SCRIPT_FOLDER
import hydrangea.runner.run.Watch
import hydrangea.runner.run.copy
import hydrangea.runner.run.freeze
import hydrangea.runner.run.job
import hydrangea.runner.script.Source
import java.nio.file.Path

/**
 * What a sweep is to be.
 *
 * @property sources the script as it is now, then its imports; whatever becomes of it, the jobs are made of this
 * @property words what was said about the script, for the record
 * @property rerunOf the sweep that this one repeats
 */
internal class NewSweep(
    val planned: PlannedSweep,
    val sources: List<Source>,
    val label: Label,
    val words: List<String>,
    val rerunOf: Path? = null,
)

/** Makes a run directory for every job, none of which has begun; the sweep is there with its last file, its record. */
internal fun NewSweep.laidDown(folder: Path, manner: Manner, watch: Watch): SweepRecord {
    val process = Provenance.ofProcess(sources.first().path)
    copy(sources, folder.resolve(SCRIPT_FOLDER))
    val jobs =
        planned.plan.jobs.map {
            val job = planned.loaded(it).job(manner.threads, manner.checkpointEvery, label = label, sources = sources)
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
        "script" to Provenance.of(sources.first()),
        "words" to words,
        "rerunOf" to rerunOf?.toString(),
        "started" to "${watch.now()}",
    )
