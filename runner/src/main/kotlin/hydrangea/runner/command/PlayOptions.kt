package hydrangea.runner.command

import com.github.ajalt.clikt.parameters.groups.OptionGroup
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.long
import hydrangea.models.Seeds
import hydrangea.models.rollout.Behaviour
import hydrangea.models.training.Learned

/** How a trained policy plays. */
internal class PlayOptions : OptionGroup() {
    val best by option("--best", help = "with the weights that were the best in an evaluation, not the newest").flag()

    val stochastic by option("--stochastic", help = "with the noise of training, not deterministically").flag()

    val seed by
        option("--seed", metavar = "N", help = "what the starts come from: the training's evaluations have 0 (0)")
            .long()
            .default(0)

    val starts: Seeds
        get() = Learned.starts(seed)

    fun behaviour(learned: Learned): Behaviour =
        if (stochastic) learned.stochastic(Seeds(seed).at("noise")) else learned.deterministic()
}
