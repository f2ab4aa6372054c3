package hydrangea.experiments

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeGreaterThanOrEqual
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.ln
import kotlin.math.sqrt

/** The toys in full, over seeds: `./mvnw verify -Pslow`. */
class AcceptanceSlow :
    FunSpec({
        val out = tempdir().path

        test("gaussian_reverse_kl, ten seeds: each ends exactly on one mode") {
            for (seed in 0..9) {
                val run = command("run", "toy/gaussian_reverse_kl", "seed=$seed", "--out", out)
                WEIGHTS.minOf { abs(run.result("reverse_kl") + ln(it)) } shouldBeLessThan 0.01
                (0..2).maxOf { run.result("mode_share_$it") } shouldBeGreaterThanOrEqual 0.999
                run.result("mode_std").shouldBeBetween(0.019, 0.021, 0.0)
            }
        }

        test("flow_reverse_kl: two modes, below what a single Gaussian can reach") {
            val run = command("run", "toy/flow_reverse_kl", "--out", out)
            run.result("reverse_kl") shouldBeLessThan -ln(WEIGHTS.max()) // .9445
            run.result("within_3_sigma") shouldBeGreaterThanOrEqual 0.95
        }

        for (targetStd in listOf(0.0, 0.01, 0.001)) {
            test("mean_flow with targetStd $targetStd, three seeds: all modes in one step") {
                val seeds = if (targetStd == 0.001) listOf(0) else listOf(0, 1, 2)
                val runs =
                    seeds.map { command("run", "toy/mean_flow", "seed=$it", "targetStd=$targetStd", "--out", out) }
                for (run in runs) {
                    for (mode in 0..2) run.result("mode_share_$mode") shouldBe (WEIGHTS[mode] plusOrMinus 0.04)
                    run.result("within_3_sigma") shouldBeGreaterThanOrEqual 0.80
                    run.result("within_3_sigma_4_steps") shouldBeGreaterThanOrEqual 0.87
                    run.result("mode_std").shouldBeBetween(0.015, 0.026, 0.0)
                    run.result("w1") shouldBeLessThan 0.075
                }
                runs.map { it.result("within_3_sigma") }.average() shouldBeGreaterThanOrEqual 0.84
            }
        }

        test("mean_flow with targetStd 0.1 spreads by it") {
            val run = command("run", "toy/mean_flow", "targetStd=0.1", "--out", out)
            run.result("mode_std").shouldBeBetween(0.07, 0.105, 0.0)
            run.result("mode_std") shouldBe (sqrt(0.02 * 0.02 + 0.1 * 0.1) plusOrMinus 0.01)
            run.result("within_3_sigma") shouldBeGreaterThanOrEqual 0.92
        }
    })
