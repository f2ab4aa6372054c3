package hydrangea.experiments

import hydrangea.models.training.Estimate
import hydrangea.models.training.Experiment
import hydrangea.models.training.Fit
import hydrangea.models.training.Learn
import hydrangea.models.training.Plan
import hydrangea.models.training.Study
import hydrangea.runner.Project
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText

internal val PROJECT = Project(Path.of("..").toAbsolutePath().normalize())

/** A few updates and few samples. */
internal fun short(experiment: Experiment, prefix: String = ""): List<String> =
    when (experiment) {
        is Fit.Spec -> {
            val measure = experiment.measure.indices.map { "${prefix}measure.$it.samples=40" }
            listOf("${prefix}updates=3", "${prefix}batch=8") + measure
        }
        is Learn.Spec ->
            listOf("steps=12", "batch=4", "warmUp=8", "logEvery=6", "replay=100", "evaluation.every=0")
                .plus(listOf("evaluation.finalEpisodes=1", "environments=1", "updatesPerStep=1"))
                .map { prefix + it }
        is Plan.Spec ->
            listOf("${prefix}episodes=2", "${prefix}planner.trials=4", "${prefix}environment.maxEpisodeSteps=3")
        is Estimate.Spec -> listOf("${prefix}samples=[20,40]", "${prefix}runs=2")
        is Study.Spec -> experiment.members.flatMap { (name, member) -> short(member, "${prefix}members.$name.") }
    }

class EveryExperimentSpec :
    FunSpec({
        for (script in PROJECT.scripts()) {
            test("$script compiles, is shown, passes its check and runs") {
                val experiment = PROJECT.load(script, listOf(), listOf()).resolved.experiment
                val overrides = short(experiment).toTypedArray()
                command("show", script).code shouldBe 0
                command("check", script, *overrides).let { (it.err to it.code) shouldBe ("" to 0) }
                val run = command("run", script, *overrides, "--out", tempdir().path)
                (run.err to run.code) shouldBe ("" to 0)
                run.file("run.json") shouldContain "\"status\": \"finished\""
                val files = run.directory.listDirectoryEntries().map { it.name }
                files shouldContainAll listOf("config.yaml", "metrics.csv", "plots", "checkpoint", "script", "run.log")
            }

            test("$script says what to expect and why") {
                val text = Path.of("..", "experiments", "$script.exp.kts").readText()
                text shouldContain "/**"
                text shouldContain Regex("[Ee]xpect")
            }
        }
    })
