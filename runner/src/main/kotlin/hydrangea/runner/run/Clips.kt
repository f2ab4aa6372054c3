package hydrangea.runner.run

import hydrangea.models.training.Estimate
import hydrangea.models.training.Experiment
import hydrangea.models.training.Fit
import hydrangea.models.training.Learn
import hydrangea.models.training.Plan
import hydrangea.models.training.Study
import hydrangea.models.training.Training
import hydrangea.models.training.Training.Progress
import hydrangea.runner.UsageError
import hydrangea.runner.film.Gif
import hydrangea.runner.film.Reel
import java.nio.file.Path
import kotlin.io.path.createDirectories

/** Keeps a clip of an episode in [folder] whenever a training has made [every] more steps; null for never. */
internal class Clips(private val folder: Path, private val every: Long?) {
    /** The training stood at [before] an update ago. */
    fun updated(before: Progress, training: Training) {
        val now = training.progress()
        val from = if (before.phase == now.phase) before.step else 0
        if (every != null && from / every < now.step / every) keep(now, training)
    }

    private fun keep(now: Progress, training: Training) {
        val film = training.film().orElse(null) ?: return
        val member = folder.resolve(now.phase.substringBeforeLast('/', "")).createDirectories()
        replace(member.resolve("${stepName(now.step)}.gif")) { Gif(Reel(listOf(film), Gif.MOST)).write(it) }
    }
}

/** `step-000010000`: sorted by name is sorted by step. */
internal fun stepName(step: Long) = "step-%09d".format(step)

/** Refuses to record what cannot be seen. */
internal fun refuseUnseen(experiment: Experiment) {
    if (!seen(experiment))
        throw UsageError(
            "--record-every keeps clips of an environment, and here is none that can be drawn: leave it out"
        )
}

private fun seen(experiment: Experiment): Boolean =
    when (experiment) {
        is Learn.Spec -> experiment.built().use { it.renderer().isPresent }
        is Study.Spec -> experiment.members.values.any(::seen)
        is Plan.Spec -> experiment.environment.build().use { it.renderer().isPresent }
        is Estimate.Spec,
        is Fit.Spec -> false
    }
