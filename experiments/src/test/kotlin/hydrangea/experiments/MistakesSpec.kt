package hydrangea.experiments

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

/** Command lines after `run toy/mean_flow`, and what the user is told. */
private val COMMAND_LINES =
    listOf(
        listOf("hiden=3") to listOf("hiden=3", "did you mean actor.hidden?"),
        listOf("updates=-5") to listOf("updates must be at least 1, was -5"),
        listOf("actor.hidden=abc") to listOf("expected list of int", "was abc"),
        listOf("actor=fow") to listOf("no actor is called fow"),
        listOf("batch=0") to listOf("batch must be at least 1, was 0"),
        listOf("optimizer.learningRate=nan") to listOf("learningRate must be positive and finite", "NaN"),
        listOf("target.weights=[1,1]") to listOf("weights must hold one number for each of the 3 means"),
        listOf("updates=5", "updates=6") to listOf("updates is said twice"),
        listOf("hiden=3", "batch=0", "actor=fow") to listOf("hiden=3", "batch must be", "no actor is called fow"),
        listOf("actor=gaussian") to listOf("meanFlowMatching() needs an average velocity", "gaussian offers"),
        listOf("seed=1,2") to listOf("seed=1,2", "-m"),
        listOf("actor=gaussian", "objective=reverseKl") to listOf("gaussian needs an observation"),
        listOf("actor=flow(latentSize=3)") to
            listOf("flow has no latentSize: it has hidden, activation, couplings", "last; latent has one"),
        listOf("actor=flow", "actor.latentSize=3") to
            listOf("actor (flow) has no latentSize; it has hidden", "last; actor=latent has one"),
        listOf("actor=flow(couplings=0)") to listOf("couplings must be at least 1, was 0"),
        listOf("actor=latent(latentSize=0)") to listOf("latentSize must be at least 1, was 0"),
        listOf("actor=latent", "objective=reverseKl") to listOf("reverseKl() needs an exact density", "latent offers"),
        listOf("actor=flow", "objective=reverseKl") to listOf("a conditionalNormal base needs an observation"),
        listOf("--threads", "0") to listOf("--threads"),
        listOf("--config", "nowhere.yaml") to listOf("nowhere.yaml", "no such file"),
    )

/** The same after `run lander/continuous_sac`. */
private val LEARNINGS =
    listOf(
        listOf("environment=cartPole") to
            listOf("sac() needs continuous actions, but those of cartPole are discrete: take pendulum, planarArm or"),
        listOf("environment.continuous=false") to listOf("those of lunarLander are discrete: take"),
        listOf("environment=planarArm(joints=0)") to listOf("joints must be at least 1, but is 0"),
        listOf("environment.windPower=-1", "environment.turbulencePower=-2") to
            listOf("windPower must be finite and not negative, but is -1.0", "turbulencePower must be", "is -2.0"),
        listOf("actor=gaussian", "actor.logStdMin=3") to
            listOf("logStdMin must be below logStdMax, and both finite, was 3.0 against"),
        listOf("actor=latent", "actor.latentSize=0") to listOf("latentSize must be at least 1, was 0"),
    )

/** The same after `run lander/mog_dqn`. */
private val CHOICES =
    listOf(
        listOf("environment=pendulum") to
            listOf("dqn() needs discrete actions, but those of pendulum are continuous: take cartPole, lunarLander or"),
        listOf("actor=gaussian") to listOf("dqn() needs values of actions (epsilonGreedy); gaussian offers"),
        listOf("actor.values=q()") to listOf("mixtureNll() needs the heads of mixtureQ, not those of q"),
        listOf("objective.loss=tdError") to listOf("tdError() needs the heads of q, not those of mixtureQ"),
        listOf("actor.exploration.from=2") to listOf("from must be in [0.0, 1.0], was 2.0"),
        listOf("objective.loss=huber") to listOf("no value loss is called huber, there are articleLoss, jensenTsallis"),
    )

/** The same after `run planning/custom_sin`. */
private val PLANS =
    listOf(
        listOf("environment=pendulum") to
            listOf("plan() needs an environment that can be asked about any state, which pendulum cannot: take"),
        listOf("environment.alpha=0") to listOf("alpha must be positive and finite, but is 0.0"),
        listOf("knowledge.families.0.alpha=-1") to listOf("alpha must be positive and finite, was -1.0"),
        listOf("knowledge.families.0.support=bounded(1,2)") to
            listOf("the support of customSin must hold 0", "is [1.0, 2.0]: take one from below 0 to above it"),
        listOf("knowledge.estimator.lambda=-1") to listOf("lambda must be finite and not negative, was -1.0"),
        listOf("knowledge.families=[exponential]") to
            listOf("exponential has no density where W = 0", "take a family that has one"),
        listOf("knowledge.families=[normal,normal]") to
            listOf("families must be one for all coordinates of a state or 1, one for each, but are 2"),
        listOf("environment=stochasticCartPole", "environment.noise=gaussian") to
            listOf(
                "no noise is called gaussian, there are customSinNoise, exponentialNoise, mixtureNoise, normalNoise"
            ),
        listOf("planner=randomShots") to listOf("did you mean randomShooting?"),
        listOf("planner.trials=0") to listOf("trials must be at least 1, was 0"),
    )

/** Scripts that must not compile (exit code 2) or not run (1), and what the user is told. */
private val SCRIPTS =
    listOf(
        Mistake(
            "a mean flow has no density for reverse KL",
            "fit(target = threeModes(), actor = meanFlow(), objective = reverseKl(), updates = 9)",
            2,
            ":1:60: Argument type mismatch",
            "hint: reverseKl() needs an exact density",
            "use meanFlowMatching()",
        ),
        Mistake(
            "nor through if and else",
            "val policy = if (1 > 0) meanFlow() else gaussian()\n" +
                "fit(target = threeModes(), actor = policy, objective = reverseKl(), updates = 9)",
            2,
            ":2:56: Argument type mismatch",
            "hint: reverseKl() needs an exact density",
        ),
        Mistake(
            "an objective is required",
            "fit(target = threeModes(), actor = gaussian(), updates = 9)",
            2,
            "No value passed for parameter 'objective'",
        ),
        Mistake(
            "a misspelt parameter",
            "fit(target = threeModes(), actor = gaussian(hiden = listOf(3)), objective = reverseKl(), updates = 9)",
            2,
            "No parameter with name 'hiden' found",
        ),
        Mistake(
            "a string for a number",
            "fit(target = threeModes(), actor = gaussian(), objective = reverseKl(), updates = \"many\")",
            2,
            "actual type is 'String', but 'Int' was expected",
        ),
        Mistake("a script without an experiment", "val x = 3", 1, "its last line must be an experiment"),
        Mistake("a script that throws", "error(\"no luck\")", 1, ":1: no luck"),
    )

private val SCRIPTS_WITH_MISTAKES =
    mapOf("lander/continuous_sac" to LEARNINGS, "lander/mog_dqn" to CHOICES, "planning/custom_sin" to PLANS)

private class Mistake(val what: String, val script: String, val code: Int, vararg val told: String)

class MistakesSpec :
    FunSpec({
        fun shouldRefuse(said: Said, out: File, code: Int, told: List<String>) {
            withClue(said.err) {
                said.code shouldBe code
                told.forEach { said.err shouldContain it }
                said.err shouldNotContain "Exception"
                said.err shouldNotContain "\tat "
                out.listFiles().orEmpty().toList() shouldBe emptyList()
            }
        }

        for ((words, told) in COMMAND_LINES) {
            test("run toy/mean_flow ${words.joinToString(" ")} is refused with a reason, and leaves nothing behind") {
                val out = tempdir()
                shouldRefuse(command("run", "toy/mean_flow", *words.toTypedArray(), "--out", out.path), out, 1, told)
            }
        }

        for ((script, mistakes) in SCRIPTS_WITH_MISTAKES) {
            for ((words, told) in mistakes) {
                test("run $script ${words.joinToString(" ")} is refused with a reason") {
                    val out = tempdir()
                    val said = command("run", script, *words.toTypedArray(), "--out", out.path)
                    shouldRefuse(said, out, 1, told)
                }
            }
        }

        test("the environments that a refusal names can be taken") {
            val refusal = command("show", "control/pendulum_sac", "environment=cartPole").err
            val named = refusal.substringAfter(": take ").substringBefore(" (environment, now").split(", ", " or ")
            named.size shouldBe 3
            for (name in named) {
                val shown = command("show", "control/pendulum_sac", "environment=$name")
                withClue(shown.err) { shown.code shouldBe 0 }
            }
        }

        for (mistake in SCRIPTS) {
            test("${mistake.what} is refused with a reason, and leaves nothing behind") {
                val out = tempdir()
                val script = tempdir().resolve("mistake.exp.kts").apply { writeText(mistake.script) }
                shouldRefuse(command("run", script.path, "--out", out.path), out, mistake.code, mistake.told.toList())
            }
        }

        test("an actor from an import is held to the same types") {
            val folder = tempdir()
            folder.resolve("parts.exp.kts").writeText("val policy = meanFlow()\n")
            val main = folder.resolve("main.exp.kts")
            main.writeText(
                "@file:Import(\"parts.exp.kts\")\n" +
                    "fit(target = threeModes(), actor = policy, objective = reverseKl(), updates = 9)\n"
            )
            val out = tempdir()
            shouldRefuse(
                command("run", main.path, "--out", out.path),
                out,
                2,
                listOf(":2:56", "use meanFlowMatching()"),
            )
        }

        test("a choice compiles with every objective, and what it chooses is checked before training") {
            val script = tempdir().resolve("choice.exp.kts")
            script.writeText(
                "val actor by choice(\"gaussian\" to gaussian(), \"meanFlow\" to meanFlow(), \"flow\" to flowMatching())\n" +
                    "fit(target = threeModes(), actor = actor, objective = reverseKl(), updates = 9)\n"
            )
            command("show", script.path).code shouldBe 0
            val out = tempdir()
            shouldRefuse(
                command("run", script.path, "actor=meanFlow", "--out", out.path),
                out,
                1,
                listOf("reverseKl() needs an exact density", "meanFlow offers"),
            )
        }

        test("an output folder that cannot be written is said so") {
            val file = tempdir().resolve("file").apply { writeText("here first") }
            val said = command("run", "toy/mean_flow", "updates=1", "--out", file.path + "/runs")
            said.code shouldBe 1
            said.err shouldContain "cannot write to the output folder"
        }
    })
