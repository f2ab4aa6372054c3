package hydrangea.runner.run

import com.google.gson.JsonObject
import hydrangea.models.training.Training
import hydrangea.runner.Loaded
import hydrangea.runner.built
import hydrangea.runner.script.Source
import java.nio.file.Path

/**
 * All that it takes to run an experiment once.
 *
 * @property name the folder under `--out`: the script's name
 * @property config the resolved tree as YAML, with parameters and overrides as said
 * @property checkpointEvery a kill loses no more than this
 * @property recordEvery steps between two clips of an episode; null for none
 * @property resumed what it goes on from, or null for a new run
 * @property label what its user calls it
 * @property rerunOf the run that this one repeats
 * @property start makes the training; a [hydrangea.runner.UsageError] here leaves no run directory behind
 */
class Job(
    val name: String,
    val script: Source,
    val imports: List<Source>,
    val config: String,
    val seed: Long,
    val threads: Int,
    val checkpointEvery: Period,
    val recordEvery: Long? = null,
    val resumed: Resumed? = null,
    val label: Label = Label(),
    val rerunOf: Path? = null,
    val start: () -> Training,
) {
    /** The script, then its imports. */
    val sources = listOf(script) + imports
}

/**
 * How a stopped run goes on.
 *
 * @property from where it stands
 * @property record its `run.json` so far
 * @property entry what `run.json` says about this time; null for the first time of what was only planned so far
 */
class Resumed(val from: Tally, val record: JsonObject, val entry: Map<String, Any?>?)

/** The job of training what a script came to; [start] makes the training where there is none yet. */
internal fun Loaded.job(
    threads: Int,
    checkpointEvery: Period,
    name: String = this.name,
    resumed: Resumed? = null,
    label: Label = Label(),
    sources: List<Source> = script.sources,
    rerunOf: Path? = null,
    recordEvery: Long? = null,
    start: () -> Training = { resolved.experiment.built() },
): Job {
    val (script, imports) = sources.first() to sources.drop(1)
    val seed = resolved.experiment.seed()
    val config = resolved.config()
    if (recordEvery != null) refuseUnseen(resolved.experiment)
    return Job(
        name,
        script,
        imports,
        config,
        seed,
        threads,
        checkpointEvery,
        recordEvery,
        resumed,
        label,
        rerunOf,
        start,
    )
}

/**
 * Tells the engine and planners how many threads an operation may take, and Java's common pool how many it has beside
 * the one that asks for work: one at least, since two that ask a pool without any may wait for each other forever (seen
 * with Java 17). To be said before anything touches engine or pool, which read it once; the launcher says the same to
 * OpenMP, by its environment.
 */
fun useThreads(threads: Int) {
    System.setProperty("ai.djl.pytorch.num_threads", "$threads")
    System.setProperty("hydrangea.threads", "$threads")
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "${maxOf(1, threads - 1)}")
}
