package hydrangea.runner.run

import com.google.gson.JsonObject
import hydrangea.models.training.Training
import hydrangea.runner.Loaded
import hydrangea.runner.UsageError
import hydrangea.runner.built
import hydrangea.runner.override.shellWord
import hydrangea.runner.override.spoken
import hydrangea.runner.script.shown

/**
 * A run that is to go on, as it was left in [directory], which is ours. Until the [job] begins, nothing there changes.
 *
 * What the run is made of is frozen: its own copy of the script, and what was said about it. Everything that was said
 * may be said otherwise now, with two exceptions. What is settled cannot change: the seed, since the updates so far
 * have drawn from it and a second one would make a run that nobody can repeat; and the finished members of a study,
 * whose weights are gone. And what has another shape has no use for the old weights.
 */
class StoppedRun(private val directory: RunDirectory, private val tell: (String) -> Unit) {
    private val past = PastRun(directory.path)
    private val place = past.place

    /** The script's copy. */
    val script = past.script
    val threads = past.threads

    /** Goes on with the run's own experiment, of which [overrides] were said now. */
    fun job(loaded: Loaded, overrides: List<String>, threads: Int, checkpointEvery: Period, recordEvery: Long?): Job {
        if (overrides.isEmpty()) refuseToRepeat(loaded)
        val training = loaded.resolved.experiment.built()
        try {
            val resumed = resumed(loaded, overrides, threads, training)
            return loaded.job(threads, checkpointEvery, past.experiment, resumed, recordEvery = recordEvery) {
                training
            }
        } catch (e: Throwable) {
            training.close()
            throw e
        }
    }

    private fun resumed(loaded: Loaded, overrides: List<String>, threads: Int, training: Training): Resumed {
        val state = RunState(Tally(), training)
        val checkpoint = restore(state, overrides)
        val fresh = past.status == Status.PENDING
        if (checkpoint != null) refuseSettled(loaded, overrides, training)
        else if (!fresh) tell("$place was stopped before its first checkpoint: it starts over")
        if (past.status == Status.FINISHED && training.progress().finished()) throw finished(loaded)
        Changes(past.record, directory.path).words(threads).forEach(tell)
        val place = mapOf("fromUpdate" to state.tally.updates, "checkpoint" to checkpoint)
        val said = mapOf("overrides" to spoken(overrides).map { it.text }, "threads" to threads)
        val entry = if (fresh) null else place + said + Provenance.ofProcess(past.original)
        return Resumed(state.tally, past.record, entry)
    }

    /** The same again would be of no use. */
    private fun refuseToRepeat(loaded: Loaded) {
        if (past.status == Status.FINISHED) throw finished(loaded)
        if (past.status != Status.DIVERGED) return
        val rate = key(loaded, "learningRate")?.let { ", such as a smaller $it" } ?: ""
        throw UsageError(
            "$place diverged (${past.text("exitReason")}), and would again; " +
                "say what to change$rate: ${resumeCommand(directory.path)} KEY=VALUE"
        )
    }

    private fun finished(loaded: Loaded): UsageError {
        val updates = key(loaded, "updates") ?: "KEY"
        return UsageError("$place is finished; to train on, say: ${resumeCommand(directory.path)} $updates=N")
    }

    /** The last key of the experiment that ends in [name]: in a study, the last member's. */
    private fun key(loaded: Loaded, name: String) =
        loaded.resolved.settings.map { it.key }.lastOrNull { it == name || it.endsWith(".$name") }

    private fun restore(state: RunState, overrides: List<String>): String? =
        try {
            directory.checkpoints.restore(state) { tell("$place has $it") }
        } catch (e: UnfitCheckpoint) {
            throw UsageError("the checkpoint of $place is of another shape: ${e.message}; ${anew(overrides)}")
        } catch (e: IllegalArgumentException) {
            throw UsageError("$place cannot go on: ${e.message}; ${anew(overrides)}")
        }

    private fun refuseSettled(loaded: Loaded, overrides: List<String>, training: Training) {
        val settled = training.settled()
        val refused = loaded.resolved.changed.filterKeys { key -> settled.any { key == it || key.startsWith("$it.") } }
        if (refused.isEmpty()) return
        val where = training.progress().words()
        throw UsageError(
            refused.map { (key, was) -> "$key is settled at $where: it stays ${was ?: "absent"}; ${anew(overrides)}" }
        )
    }

    private fun anew(overrides: List<String>): String {
        val words = listOf(past.original.shown(), "--config", directory.config.shown()) + overrides
        return "for another run, say: ./hydrangea run ${words.joinToString(" ", transform = ::shellWord)}"
    }
}

internal fun JsonObject.text(vararg path: String): String? =
    path
        .dropLast(1)
        .fold(this as JsonObject?) { at, name -> at?.get(name) as? JsonObject }
        ?.get(path.last())
        ?.let { if (it.isJsonPrimitive) it.asString else null }
