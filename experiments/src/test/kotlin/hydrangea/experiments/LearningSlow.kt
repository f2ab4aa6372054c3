package hydrangea.experiments

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThanOrEqual
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.ints.shouldBeGreaterThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

/** Policies that learn in environments, in full, over seeds: `./mvnw verify -Pslow`. */
class LearningSlow :
    FunSpec({
        val out = tempdir().path

        fun runs(script: String, vararg overrides: String) =
            (0..2).map { command("run", script, *overrides, "seed=$it", "--out", out) }

        for (actor in listOf("gaussian", "flow", "latent")) {
            test("control/pendulum_sac with $actor swings up from every start, three seeds") {
                for (run in runs("control/pendulum_sac", "actor=$actor")) run.result(
                    "return_mean"
                ) shouldBeGreaterThanOrEqual -200.0
            }

            test("arm/sac with $actor reaches half of the targets, and comes near the others, three seeds") {
                val runs = runs("arm/sac", "actor=$actor")
                val shares = runs.map { it.result("success_share") }
                withClue(shares) { shares.average() shouldBeGreaterThanOrEqual 0.5 }
                for (run in runs) run.result("final_distance") shouldBeLessThanOrEqual 0.07
            }
        }

        test("lander/continuous_sac lands in two seeds of three") {
            val means = runs("lander/continuous_sac").map { it.result("return_mean") }
            withClue(means) { means.count { it >= 200 } shouldBeGreaterThanOrEqual 2 }
        }

        test("lander/mog_dqn has a hundred landings of 190 on average in two seeds of three, and of 200 in one") {
            val means = runs("lander/mog_dqn").map { it.result("best_return_mean_100") }
            withClue(means) {
                means.count { it >= 190 } shouldBeGreaterThanOrEqual 2
                means.count { it >= 200 } shouldBeGreaterThanOrEqual 1
            }
        }

        test("control/cartpole_mog_dqn balances for 400 steps in two seeds of three") {
            val means = runs("control/cartpole_mog_dqn").map { it.result("best_return") }
            withClue(means) { means.count { it >= 400 } shouldBeGreaterThanOrEqual 2 }
        }

        test("planning/compare earns what the source does, and plays 1 as soon") {
            val run = command("run", "planning/compare", "--out", out)
            val bounds = mapOf("groundTruth" to 224.0..243.0, "scoreMatching" to 222.0..241.0, "lds" to 141.0..182.0)
            for ((member, bound) in bounds) {
                run.result("$member.cumulative_reward") shouldBeGreaterThanOrEqual bound.start
                run.result("$member.cumulative_reward") shouldBeLessThanOrEqual bound.endInclusive
            }
            run.result("groundTruth.plus_one_share_last") shouldBe 1.0
            run.result("scoreMatching.plus_one_share_last") shouldBeGreaterThanOrEqual 0.99
            run.result("lds.plus_one_share_last") shouldBeLessThanOrEqual 0.7
        }

        test("planning/cartpole keeps the pole up, mean of three seeds") {
            fun steps(method: String, place: String) =
                (0..2).map { seed ->
                    command(
                            "run",
                            "planning/cartpole",
                            "method=$method",
                            "environment.noisePlace=$place",
                            "seed=$seed",
                            "--out",
                            out,
                        )
                        .result("return_mean")
                }
            for ((method, place, least) in
                listOf(
                    Triple("scoreMatching", "NOWHERE", 140.0),
                    Triple("groundTruth", "NOWHERE", 170.0),
                    Triple("scoreMatching", "IN_NEXT_STATE", 20.0),
                    Triple("scoreMatching", "IN_ACTION", 20.0),
                )) {
                val means = steps(method, place)
                withClue("$method, $place: $means") { means.average() shouldBeGreaterThanOrEqual least }
            }
        }

        test("densities/one_dimensional estimates what the source does, means of its runs") {
            val run = command("run", "densities/one_dimensional", "--out", out)
            for (name in listOf("normal", "customSin", "sinSquared", "expSin", "mogLike")) {
                run.result("$name.tvd_sm") shouldBeLessThanOrEqual 0.012
                run.result("$name.tvd_mle") shouldBeLessThanOrEqual 0.012
            }
            run.result("beta.tvd_sm") shouldBeGreaterThanOrEqual 0.025
            run.result("beta.tvd_sm") shouldBeLessThanOrEqual 0.04
            run.result("exponential.tvd_sm") shouldBe 1.0
            run.result("exponential.tvd_mle") shouldBeLessThanOrEqual 0.012
            for (name in listOf("beta", "exponential")) {
                run.results["$name.note"].asString shouldContain "an end of $name's support"
            }
        }

        test("densities/error_scaling falls as one over the root of the number of transitions") {
            val run = command("run", "densities/error_scaling", "--out", out)
            for ((member, error) in mapOf("iid" to 0.111, "sequential" to 0.09)) {
                withClue(member) {
                    run.result("$member.error_slope") shouldBeGreaterThanOrEqual -0.65
                    run.result("$member.error_slope") shouldBeLessThanOrEqual -0.4
                    run.results["$member.error"].asJsonArray[10].asDouble shouldBe (error plusOrMinus 0.04)
                }
            }
        }
    })
