package hydrangea.runner.sweep

import hydrangea.runner.run.Status
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private fun labels(vararg points: String) = groups(points.mapIndexed { i, it -> job(i, it) }).map { it.label }

class GroupsSpec :
    FunSpec({
        test("jobs that differ in their seed alone are a group") {
            val jobs = listOf("actor=a seed=0", "actor=b seed=0", "actor=a seed=1").mapIndexed { i, it -> job(i, it) }
            groups(jobs).map { group -> group.jobs.map { it.index } } shouldBe listOf(listOf(0, 2), listOf(1))
        }

        test("a label is the value of one axis, the values of several, or all") {
            labels("actor=a seed=0", "actor=b seed=0") shouldBe listOf("a", "b")
            labels("actor=flow lr=3e-4", "actor=flow lr=1e-3") shouldBe
                listOf("actor=flow, lr=3e-4", "actor=flow, lr=1e-3")
            labels("seed=0", "seed=1") shouldBe listOf("all")
            labels("") shouldBe listOf("all")
        }

        test("a key is as short as tells it from the others") {
            labels("optimizer.learningRate=1 actor.hidden=[4,4]") shouldBe listOf("learningRate=1, hidden=[4,4]")
            labels("members.a.updates=1 members.b.updates=2") shouldBe
                listOf("members.a.updates=1, members.b.updates=2")
        }

        test("grids of different keys stand beside one another") {
            labels("actor=a", "batch=64", "") shouldBe listOf("actor=a", "batch=64", "unchanged")
        }

        test("a group counts what finished, and says what became of the rest") {
            val statuses = listOf(Status.FINISHED, Status.FAILED, Status.DIVERGED, Status.FAILED)
            groups(statuses.mapIndexed { i, it -> job(i, "seed=$i", status = it) }).single().count() shouldBe
                "1 of 4 (2 failed, 1 diverged)"
            groups(listOf(job(0, ""))).single().count() shouldBe "1"
        }
    })
