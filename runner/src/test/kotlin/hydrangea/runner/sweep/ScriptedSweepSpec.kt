package hydrangea.runner.sweep

import hydrangea.dsl.axis
import hydrangea.dsl.grid
import hydrangea.dsl.meanFlow
import hydrangea.dsl.residual
import hydrangea.dsl.seeds
import hydrangea.dsl.velocity
import hydrangea.dsl.where
import hydrangea.dsl.zip
import hydrangea.models.training.Sweep
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldNotContain
import io.kotest.matchers.shouldBe

private fun points(vararg sweep: Sweep, words: List<String> = listOf(), where: List<String> = listOf()) =
    planned(*words.toTypedArray(), sweeping = Sweeping(where), script = { Toy(sweep.toList()).experiment }).points()

class ScriptedSweepSpec :
    FunSpec({
        test("an axis of plain values, of constants, of lists and of texts") {
            points(axis("seed", 0..2)) shouldContainExactly listOf("seed=0", "seed=1", "seed=2")
            points(axis("targetStd", 1e-5, 0.5)) shouldContainExactly listOf("targetStd=1e-5", "targetStd=0.5")
            points(axis("actor.form", velocity, residual)) shouldContainExactly
                listOf("actor.form=velocity", "actor.form=residual")
            points(axis("actor.hidden", listOf(8), listOf(8, 4))) shouldContainExactly
                listOf("actor.hidden=[8]", "actor.hidden=[8,4]")
            points(axis("targetStd", "range(0.1, 0.3, 0.1)")) shouldContainExactly
                listOf("targetStd=0.1", "targetStd=0.2")
        }

        test("a spec is said by what differs from its defaults, and comes back equal") {
            val sweep = listOf(axis("actor", meanFlow(), meanFlow(hidden = listOf(4, 4), form = residual)))
            val plan = planned(script = { Toy(sweep).experiment })
            plan.points() shouldContainExactly listOf("actor=meanFlow()", "actor=meanFlow(hidden=[4,4],form=residual)")
            plan.jobs.map { (it.resolved.experiment as hydrangea.models.training.Fit.Spec).actor } shouldContainExactly
                listOf(meanFlow(), meanFlow(hidden = listOf(4, 4), form = residual))
        }

        test("parts multiply, a zip goes in step, grids are alternatives") {
            points(axis("batch", 1, 2), seeds(2)) shouldContainExactly
                listOf("batch=1 seed=0", "batch=1 seed=1", "batch=2 seed=0", "batch=2 seed=1")
            points(zip(axis("batch", 1, 2), seeds(2))) shouldContainExactly listOf("batch=1 seed=0", "batch=2 seed=1")
            points(grid(axis("batch", 1), seeds(2)), grid(axis("batch", 2))) shouldContainExactly
                listOf("batch=1 seed=0", "batch=1 seed=1", "batch=2")
        }

        test("where sees what is swept, and what the job then is") {
            val sweep = grid(axis("size", "small", "large"), seeds(3))
            points(sweep.where { text("size") == "large" || number("seed") < 1 }) shouldContainExactly
                listOf("size=small seed=0", "size=large seed=0", "size=large seed=1", "size=large seed=2")
            points(sweep.where { value("actor.hidden") == listOf(8) }, where = listOf("seed == 2")) shouldContainExactly
                listOf("size=small seed=2")
            points(axis("actor.hidden", "[1]"), seeds(1).where { text("optimizer") == "adam" }) shouldContainExactly
                listOf("actor.hidden=[1] seed=0")
        }

        test("words that sweep replace the script's sweep, others hold its keys fast") {
            val sweep = arrayOf(axis("batch", 1, 2), seeds(2))
            points(*sweep, words = listOf("updates=3,4")) shouldContainExactly listOf("updates=3", "updates=4")
            points(*sweep, words = listOf("seed=7")) shouldContainExactly listOf("batch=1", "batch=2")
            points(zip(*sweep), words = listOf("seed=7", "updates=1")) shouldContainExactly listOf("batch=1", "batch=2")
        }

        test("a condition on swept keys drops jobs that would be refused") {
            val swept = arrayOf("actor=gaussian,meanFlow", "objective=reverseKl,meanFlowMatching")
            val fits =
                "actor == \"gaussian\" and objective == \"reverseKl\" or actor == \"meanFlow\" and objective == \"meanFlowMatching\""
            planned(*swept, sweeping = Sweeping(listOf(fits)), script = ::gaussianToy).points() shouldContainExactly
                listOf("actor=gaussian objective=reverseKl", "actor=meanFlow objective=meanFlowMatching")
        }

        test("a sweep is no part of a run: nothing shows it, and no configuration holds it") {
            val job = planned(script = { Toy(listOf(seeds(2).where { true })).experiment }).jobs.first()
            job.resolved.settings.map { it.key } shouldContain "seed"
            job.resolved.settings.map { it.key } shouldNotContain "sweep"
            job.resolved.config() shouldBe planned("seed=0,1").jobs.first().resolved.config()
        }
    })
