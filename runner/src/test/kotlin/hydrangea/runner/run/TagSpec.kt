package hydrangea.runner.run

import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe

class TagSpec :
    FunSpec({
        context("the tag of a metric") {
            withData(
                nameFn = { (phase, metric, tag) -> "$metric of $phase is $tag" },
                // as in CleanRL's ppo_continuous_action.py and sac_continuous_action.py
                Triple("fit", "policy_loss", "losses/policy_loss"),
                Triple("fit", "qf1_loss", "losses/qf1_loss"),
                Triple("fit", "entropy", "losses/entropy"),
                Triple("fit", "SPS", "charts/SPS"),
                Triple("fit", "learning_rate", "charts/learning_rate"),
                Triple("fit", "episodic_return", "charts/episodic_return"),
                // our own
                Triple("fit", "loss", "losses/loss"),
                Triple("fit", "squared_error", "losses/squared_error"),
                Triple("fit", "gradient_norm", "charts/gradient_norm"),
                Triple("fit", "within_3_sigma", "charts/within_3_sigma"),
                Triple("fit", "lossless", "charts/lossless"),
                // a member, a phase, both
                Triple("gaussian/fit", "loss", "gaussian/losses/loss"),
                Triple("critic", "loss", "critic/losses/loss"),
                Triple("gaussian/critic", "w1", "gaussian/critic/charts/w1"),
                Triple("fit/fit", "w1", "fit/charts/w1"),
                Triple("fit/critic", "w1", "fit/critic/charts/w1"),
                Triple("refit", "w1", "refit/charts/w1"),
            ) { (phase, metric, tag) ->
                tag(phase, metric) shouldBe tag
            }
        }
    })
