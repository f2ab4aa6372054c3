package hydrangea.experiments

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.ln

/** Short trainings that must learn something; the full ones are in [AcceptanceSlow]. */
class LearningSpec :
    FunSpec({
        test("a Gaussian policy under reverse KL falls onto one mode, at minus the log of its weight") {
            val run =
                command(
                    "run",
                    "toy/gaussian_reverse_kl",
                    "actor.hidden=[64,64]",
                    "updates=1500",
                    "--out",
                    tempdir().path,
                )
            val winner = (0..2).single { run.result("mode_share_$it") > 0.999 }
            run.result("reverse_kl") shouldBe (-ln(WEIGHTS[winner]) plusOrMinus 0.01)
            run.result("mode_std") shouldBe (0.0195 plusOrMinus 0.0005)
        }

        test("a Gaussian policy by maximum likelihood straddles the modes: its entropy is that of matched moments") {
            val arguments = arrayOf("actor.hidden=[64,64]", "updates=1500", "--out", tempdir().path)
            val run = command("run", "toy/gaussian_forward_kl", *arguments)
            // Variances of the mixture: x: .25 (w2 + w3) - .0278^2 + .0004; y: .25 - .1111^2 + .0004.
            val entropy = ln(2 * Math.PI * Math.E) + ln(0.15240 * 0.23805) / 2
            run.result("entropy") shouldBe (entropy plusOrMinus 0.05)
            run.result("within_3_sigma") shouldBeLessThan 0.05
        }

        test("a MeanFlow policy finds all three modes in one step") {
            val run = command("run", "toy/mean_flow", "updates=3000", "--out", tempdir().path)
            for (mode in 0..2) run.result("mode_share_$mode") shouldBe (WEIGHTS[mode] plusOrMinus 0.06)
            // Measured .295; noise through an untrained map has .01.
            run.result("within_3_sigma") shouldBeGreaterThan 0.2
        }
    })
