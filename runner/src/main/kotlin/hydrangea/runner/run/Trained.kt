package hydrangea.runner.run

import hydrangea.models.Saved
import hydrangea.models.nn.Networks
import hydrangea.models.training.Estimate
import hydrangea.models.training.Experiment
import hydrangea.models.training.Fit
import hydrangea.models.training.Learn
import hydrangea.models.training.Learned
import hydrangea.models.training.Plan
import hydrangea.models.training.Study
import hydrangea.runner.Project
import hydrangea.runner.UsageError

/**
 * What a run has learned by its newest checkpoint: read from its directory, where nothing changes, and which may be in
 * use.
 *
 * @property checkpoint its name
 * @property step of the training
 */
internal class Trained
private constructor(val spec: Learn.Spec, val learned: Learned, val checkpoint: String, val step: Long) {
    companion object {
        /**
         * A [UsageError] says what to do where there is nothing to read.
         *
         * @param best whether to take the weights that were the best in an evaluation, instead of the newest
         * @param warn is told of damaged checkpoints
         */
        fun read(past: PastRun, project: Project, networks: Networks, best: Boolean, warn: (String) -> Unit): Trained {
            val loaded = project.load("${past.script}", listOf(), listOf(past.config))
            val spec = learning(loaded.resolved.experiment, past)
            val learned = spec.learned(networks)
            var step = 0L
            val part = Saved { store ->
                val training = store.at("training")
                step = training.number("step", step)
                learned.exchange(training)
            }
            val checkpoint = read(past, part, warn) ?: throw UsageError(none(past))
            if (best) takeBest(spec, learned, past)
            return Trained(spec, learned, checkpoint, step)
        }

        private fun learning(experiment: Experiment, past: PastRun): Learn.Spec =
            when (experiment) {
                is Learn.Spec -> experiment
                is Fit.Spec ->
                    throw UsageError(
                        "${past.place} is a fit, which has no environment to play in; what it came to, says: " +
                            said("status", past.directory)
                    )
                is Estimate.Spec ->
                    throw UsageError(
                        "${past.place} is an estimate, which has no policy; what it came to, says: " +
                            said("status", past.directory)
                    )
                is Plan.Spec ->
                    throw UsageError(
                        "${past.place} is a plan, which keeps no policy; what it came to, says: " +
                            said("status", past.directory)
                    )
                is Study.Spec ->
                    throw UsageError(
                        "${past.place} is a study, which keeps no policy of a finished member: run that member as an " +
                            "experiment of its own"
                    )
            }

        private fun read(past: PastRun, part: Saved, warn: (String) -> Unit): String? =
            try {
                Checkpoints(past.directory.resolve(CHECKPOINTS)).read(part) { warn("${past.place} has $it") }
            } catch (e: UnfitCheckpoint) {
                throw UsageError(
                    "the checkpoint of ${past.place} is of another shape: ${e.message}; its script or its $CONFIG was " +
                        "altered since: undo that, or train anew, say: ${said("rerun", past.directory)}"
                )
            }

        private fun none(past: PastRun): String =
            if (Condition(past.directory).running) "${past.place} has no checkpoint yet: wait for its first"
            else "${past.place} has no checkpoint: let it train, say: ${resumeCommand(past.directory)}"

        private fun takeBest(spec: Learn.Spec, learned: Learned, past: PastRun) {
            if (spec.evaluation.every > 0 && !learned.judged())
                throw UsageError("${past.place} has made no evaluation yet, so none is the best: leave --best out")
            learned.takeBest()
        }
    }
}
