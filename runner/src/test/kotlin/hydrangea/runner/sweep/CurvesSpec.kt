package hydrangea.runner.sweep

import hydrangea.models.Matrix
import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Figure
import hydrangea.models.figure.Layer
import hydrangea.runner.run.MetricsCsv
import hydrangea.runner.run.Status
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.nulls.shouldBeNull
import io.kotest.matchers.shouldBe

private fun curves(vararg jobs: JobResult) = learningCurves("sweep", groups(jobs.toList()))

private fun Figure.Panels?.titles() = this?.charts.orEmpty().map { it.title() }

private fun Figure.Panels?.layers() = this?.charts.orEmpty().flatMap { it.layers() }

class CurvesSpec :
    FunSpec({
        test("each group has its median and its band, labelled with how many runs they are of") {
            val folder = tempdir().toPath()
            fun run(seed: Int, actor: String, height: Double) =
                job(
                    seed,
                    "actor=$actor seed=$seed",
                    metrics = metrics(folder, "$actor$seed", listOf(1, 2), "loss") { height * it },
                )
            val panels = curves(run(0, "a", 1.0), run(1, "a", 3.0), run(0, "b", 7.0))
            panels?.caption shouldBe "line: median of the runs; band: between their quartiles"
            panels.titles() shouldBe listOf("loss")
            panels.layers() shouldContainExactly
                listOf(
                    Layer.Band("a (n=2)", Matrix(2, 3, doubleArrayOf(1.0, 1.5, 2.5, 2.0, 3.0, 5.0))),
                    Layer.Curve("a (n=2)", Matrix(2, 2, doubleArrayOf(1.0, 2.0, 2.0, 4.0))),
                    Layer.Curve("b (n=1)", Matrix(2, 2, doubleArrayOf(1.0, 7.0, 2.0, 14.0))),
                )
        }

        test("losses come first, and what only one of several jobs has does not come") {
            val folder = tempdir().toPath()
            val one = metrics(folder, "one", 1..3, "norm", "critic_loss", "loss", "own") { 1.0 }
            val two = metrics(folder, "two", 1..3, "norm", "critic_loss", "loss") { 1.0 }
            curves(job(0, "seed=0", metrics = one), job(1, "seed=1", metrics = two)).titles() shouldBe
                listOf("loss", "critic_loss", "norm")
            curves(job(0, "seed=0", metrics = one)).titles() shouldBe listOf("loss", "critic_loss", "norm", "own")
        }

        test("steps count within their phase") {
            val file = tempdir().toPath().resolve("metrics.csv")
            MetricsCsv(file).use {
                for (step in 1L..2L) it.row("critic", step, mapOf("loss" to 1.0 * step), 0.0, 0.0)
                for (step in 1L..2L) it.row("policy", step, mapOf("loss" to 10.0 * step, "kl" to 5.0), 0.0, 0.0)
            }
            val panels = curves(job(0, "", metrics = file))
            panels.titles() shouldBe listOf("critic: loss", "policy: loss", "policy: kl")
            panels.layers().map { (it as Layer.Curve).points.row(1).toList() } shouldBe
                listOf(listOf(2.0, 2.0), listOf(2.0, 20.0), listOf(2.0, 5.0))
        }

        test("a run that did not finish ends in a dot, one that left nothing is missed in the label") {
            val folder = tempdir().toPath()
            val panels =
                curves(
                    job(0, "seed=0", metrics = metrics(folder, "whole", 1..4, "loss") { 1.0 }),
                    job(1, "seed=1", status = Status.DIVERGED, metrics = metrics(folder, "half", 1..2, "loss") { 9.0 }),
                    job(2, "seed=2", status = Status.FAILED),
                )
            panels?.caption shouldBe
                "line: median of the runs; band: between their quartiles; n=2 of 3; " +
                    "dot: an unfinished run stops, and counts no more"
            panels.layers().last() shouldBe
                Layer.Points("all (n=2 of 3)", Layer.Role.OTHER, Matrix(1, 2, doubleArrayOf(2.0, 9.0)))
        }

        test("an axis is logarithmic for what is positive over more than two decades") {
            val folder = tempdir().toPath()
            fun bounds(name: String, value: (Int) -> Double) =
                curves(job(0, "", metrics = metrics(folder, name, 0..3, "loss", value = value)))
                    ?.charts
                    ?.single()
                    ?.bounds
            bounds("far") { listOf(1.0, 10.0, 100.0, 101.0)[it] } shouldBe Bounds.FitLogY()
            bounds("near") { listOf(1.0, 10.0, 100.0, 99.0)[it] } shouldBe Bounds.Fit()
            bounds("zero") { listOf(0.0, 10.0, 100.0, 1_000.0)[it] } shouldBe Bounds.Fit()
        }

        test("numbers that are not finite leave the curve, not the run") {
            val file =
                metrics(tempdir().toPath(), "holes", 0..3, "loss") {
                    listOf(1.0, Double.NaN, 3.0, Double.POSITIVE_INFINITY)[it]
                }
            curves(job(0, "", metrics = file)).layers() shouldBe
                listOf(Layer.Curve("all (n=1)", Matrix(2, 2, doubleArrayOf(0.0, 1.0, 2.0, 3.0))))
        }

        test("a single point is no curve, and without curves there is no picture") {
            val folder = tempdir().toPath()
            curves(job(0, "", metrics = metrics(folder, "point", listOf(5), "loss") { 1.0 })).shouldBeNull()
            curves(job(0, "", status = Status.FAILED)).shouldBeNull()
            curves().shouldBeNull()
            curves().layers().shouldBeEmpty()
        }

        test("nine groups and nine metrics are enough, and the caption says what is missing") {
            val folder = tempdir().toPath()
            val metrics = metrics(folder, "all", 1..2, *Array(11) { "m$it" }) { 1.0 }
            val panels = curves(*Array(12) { job(it, "actor=a$it", metrics = metrics) })
            panels?.caption shouldBe "line: a run; the first 9 of 12 groups; the first 9 of 11 metrics"
            panels.titles() shouldBe List(9) { "m$it" }
            panels?.columns shouldBe 3
            panels.layers().map { (it as Layer.Curve).label }.distinct() shouldBe List(9) { "a$it (n=1)" }
        }
    })
