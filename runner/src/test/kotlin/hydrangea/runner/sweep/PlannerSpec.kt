package hydrangea.runner.sweep

import hydrangea.models.training.Fit
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeUnique
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.types.shouldBeInstanceOf

/** Words, two blanks between them, and the points they make, in their order. */
private val POINTS =
    listOf(
        "seed=0,1" to listOf("seed=0", "seed=1"),
        "seed=0,1  updates=9" to listOf("seed=0", "seed=1"),
        "batch=1,2  seed=3,4,5" to
            listOf(
                "batch=1 seed=3",
                "batch=1 seed=4",
                "batch=1 seed=5",
                "batch=2 seed=3",
                "batch=2 seed=4",
                "batch=2 seed=5",
            ),
        "seed=range(3)" to listOf("seed=0", "seed=1", "seed=2"),
        "seed=range(5,1,-2)" to listOf("seed=5", "seed=3"),
        "targetStd=range(0,0.4,0.1)" to listOf("targetStd=0.0", "targetStd=0.1", "targetStd=0.2", "targetStd=0.3"),
        "targetStd=range(1,2,0.5)" to listOf("targetStd=1.0", "targetStd=1.5"),
        "seed=sort(3,1,2)" to listOf("seed=1", "seed=2", "seed=3"),
        "seeds(3)" to listOf("seed=0", "seed=1", "seed=2"),
        "seeds(3,5,7)" to listOf("seed=3", "seed=5", "seed=7"),
        "zip(seed=[1,2], batch=[3,4])" to listOf("seed=1 batch=3", "seed=2 batch=4"),
        "zip(seed=1,2, batch=3,4)" to listOf("seed=1 batch=3", "seed=2 batch=4"),
        "zip( 'seed'=range(2) ,actor.hidden=[[1],[2,3]])" to
            listOf("seed=0 actor.hidden=[1]", "seed=1 actor.hidden=[2,3]"),
        "zip(seed=1,2, grid(batch=3,4, targetStd=0.5))" to
            listOf("seed=1 batch=3 targetStd=0.5", "seed=2 batch=4 targetStd=0.5"),
        "targetStd=0.1,0.2  zip(seed=[1,2], batch=[3,4])" to
            listOf(
                "targetStd=0.1 seed=1 batch=3",
                "targetStd=0.1 seed=2 batch=4",
                "targetStd=0.2 seed=1 batch=3",
                "targetStd=0.2 seed=2 batch=4",
            ),
        "grid(seed=1,2, batch=3,4)" to listOf("seed=1 batch=3", "seed=1 batch=4", "seed=2 batch=3", "seed=2 batch=4"),
        "grid(batch=3, seed=1,2)  grid(batch=4)  targetStd=0.1,0.2" to
            listOf(
                "batch=3 seed=1 targetStd=0.1",
                "batch=3 seed=1 targetStd=0.2",
                "batch=3 seed=2 targetStd=0.1",
                "batch=3 seed=2 targetStd=0.2",
                "batch=4 targetStd=0.1",
                "batch=4 targetStd=0.2",
            ),
        "actor.hidden=[8],[8,8]" to listOf("actor.hidden=[8]", "actor.hidden=[8,8]"),
        "actor=meanFlow,meanFlow(hidden=[4,4])" to listOf("actor=meanFlow", "actor=meanFlow(hidden=[4,4])"),
        "actor=meanFlow,'meanFlow(hidden=[4,4])'" to listOf("actor=meanFlow", "actor='meanFlow(hidden=[4,4])'"),
        "size=glob(*)" to listOf("size=small", "size=large"),
        "size=glob(*, exclude=s*)" to listOf("size=large"),
        "optimizer=glob(adam*)" to listOf("optimizer=adam", "optimizer=adamW"),
        "actor.form=glob(*)" to listOf("actor.form=velocity", "actor.form=residual"),
        "actor=glob([mean*,nothing])" to listOf("actor=meanFlow"),
    )

class PlannerSpec :
    FunSpec({
        for ((words, points) in POINTS) {
            test("$words makes ${points.size} jobs, in their order") {
                planned(*words.split("  ").toTypedArray()).points() shouldContainExactly points
            }
        }

        test("a job says all words of a single run, and is what that would be") {
            val job = planned("batch=7", "targetStd=0.1,0.2", "seed=3,4").jobs[3]
            job.overrides shouldContainExactly listOf("batch=7", "targetStd=0.2", "seed=4")
            val fit = job.resolved.experiment.shouldBeInstanceOf<Fit.Spec>()
            listOf(job.index, fit.batch, fit.seed) shouldBe listOf(3, 7, 4L)
            job.resolved.settings.first { it.key == "actor.targetStd" }.value shouldBe "0.2"
        }

        test("jobs that say the same run once, however it is written") {
            val plan = planned("updates=1e3,1000,2_000,2000", "seed=1,2")
            plan.points() shouldContainExactly
                listOf("updates=1e3 seed=1", "updates=1e3 seed=2", "updates=2_000 seed=1", "updates=2_000 seed=2")
            plan.summary() shouldBe "4 jobs; 4 said again and run once"
        }

        test("a thousand configurations are a thousand jobs") {
            val plan = planned("seed=range(100)", "optimizer.learningRate=range(0.1,1.1,0.1)")
            plan.jobs.map { it.index } shouldBe (0..999).toList()
            plan.points().shouldBeUnique()
            plan.jobs.map { (it.resolved.experiment as Fit.Spec).optimizer }.distinct() shouldHaveSize 10
        }

        test("shuffled values are all there, in an order that only the seed of the sweep decides") {
            fun order(seed: Long) = planned("seed=shuffle(range(20))", sweeping = Sweeping(seed = seed)).points()
            order(1) shouldBe order(1)
            order(1) shouldNotBe order(2)
            order(1) shouldNotBe (0..19).map { "seed=$it" }
            order(1) shouldContainExactlyInAnyOrder (0..19).map { "seed=$it" }
        }

        test("the table has a column for each swept key, blank where a job does not say it") {
            planned("grid(seed=1, batch=3)", "grid(batch=4)").table() shouldBe
                """
                job  seed  batch
                0    1     3
                1          4
                2 jobs

                """
                    .trimIndent()
        }

        test("for tools a job is a line of JSON") {
            planned("updates=3", "seed=0,1").json().lines()[1] shouldBe
                """{"index":1,"overrides":["updates=3","seed=1"],"point":{"seed":"1"}}"""
        }
    })
