package hydrangea.runner.curve

import hydrangea.models.Matrix
import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Figure
import hydrangea.models.figure.Layer
import hydrangea.runner.run.MetricsRow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.nulls.shouldBeNull
import io.kotest.matchers.shouldBe

private fun curves(vararg bundles: Bundle) = learningCurves("sweep", bundles.toList())

private fun Figure.Panels?.layers() = this?.charts.orEmpty().flatMap { it.layers() }

class CurvesSpec :
    FunSpec({
        test("each bundle has its median and its band, labelled with how many runs they are of") {
            fun run(height: Double) = told(1..2, "loss") { height * it }
            val panels = curves(Bundle("a", listOf(run(1.0), run(3.0))), Bundle("b", listOf(run(7.0))))
            panels?.caption shouldBe "line: median of the runs; band: between their quartiles"
            panels.titles() shouldBe listOf("loss")
            panels?.charts?.map { it.xLabel } shouldBe listOf("steps")
            panels.layers() shouldContainExactly
                listOf(
                    Layer.Band("a (n=2)", Matrix(2, 3, doubleArrayOf(1.0, 1.5, 2.5, 2.0, 3.0, 5.0))),
                    Layer.Curve("a (n=2)", Matrix(2, 2, doubleArrayOf(1.0, 2.0, 2.0, 4.0))),
                    Layer.Curve("b (n=1)", Matrix(2, 2, doubleArrayOf(1.0, 7.0, 2.0, 14.0))),
                )
        }

        test("losses come first, and what only one of several runs has does not come, nor what only counts") {
            val one = told(1..3, "norm", "critic_loss", "loss", "own", "charts/updates") { 1.0 }
            val two = told(1..3, "norm", "critic_loss", "loss", "charts/updates") { 1.0 }
            curves(Bundle("all", listOf(one, two))).titles() shouldBe listOf("loss", "critic_loss", "norm")
            curves(Bundle("all", listOf(one))).titles() shouldBe listOf("loss", "critic_loss", "norm", "own")
        }

        test("steps count within their phase") {
            val critic = (1L..2L).map { MetricsRow("critic", it, mapOf("loss" to 1.0 * it), 0.0) }
            val policy = (1L..2L).map { MetricsRow("policy", it, mapOf("loss" to 10.0 * it, "kl" to 5.0), 0.0) }
            val panels = curves(Bundle("all", listOf(Told(critic + policy, true))))
            panels.titles() shouldBe listOf("critic: loss", "policy: loss", "policy: kl")
            panels.layers().map { (it as Layer.Curve).points.row(1).toList() } shouldBe
                listOf(listOf(2.0, 2.0), listOf(2.0, 20.0), listOf(2.0, 5.0))
        }

        test("a run that did not finish ends in a dot, one that left nothing is missed in the label") {
            val whole = told(1..4, "loss") { 1.0 }
            val half = told(1..2, "loss", finished = false) { 9.0 }
            val panels = curves(Bundle("all", listOf(whole, half, Told(emptyList(), false))))
            panels?.caption shouldBe
                "line: median of the runs; band: between their quartiles; n=2 of 3; " +
                    "dot: an unfinished run stops, and counts no more"
            panels.layers().last() shouldBe
                Layer.Points("all (n=2 of 3)", Layer.Role.OTHER, Matrix(1, 2, doubleArrayOf(2.0, 9.0)))
        }

        test("an axis is logarithmic for what is positive over more than two decades") {
            fun bounds(vararg values: Double) =
                curves(Bundle("all", listOf(told(0..3, "loss") { values[it] })))?.charts?.single()?.bounds
            bounds(1.0, 10.0, 100.0, 101.0) shouldBe Bounds.FitLogY()
            bounds(1.0, 10.0, 100.0, 99.0) shouldBe Bounds.Fit()
            bounds(0.0, 10.0, 100.0, 1_000.0) shouldBe Bounds.Fit()
        }

        test("numbers that are not finite leave the curve, not the run") {
            val values = listOf(1.0, Double.NaN, 3.0, Double.POSITIVE_INFINITY)
            curves(Bundle("all", listOf(told(0..3, "loss") { values[it] }))).layers() shouldBe
                listOf(Layer.Curve("all (n=1)", Matrix(2, 2, doubleArrayOf(0.0, 1.0, 2.0, 3.0))))
        }

        test("a single point is no curve, and without curves there is no picture") {
            curves(Bundle("all", listOf(told(5..5, "loss") { 1.0 }))).shouldBeNull()
            curves(Bundle("all", listOf(Told(emptyList(), false)))).shouldBeNull()
            curves().shouldBeNull()
            curves().layers().shouldBeEmpty()
        }

        test("nine bundles and nine metrics are enough, and the caption says what is missing") {
            val run = told(1..2, *Array(11) { "m$it" }) { 1.0 }
            val panels = curves(*Array(12) { Bundle("a$it", listOf(run)) })
            panels?.caption shouldBe "line: a run; the first 9 of 12 groups; the first 9 of 11 metrics"
            panels.titles() shouldBe List(9) { "m$it" }
            panels?.columns shouldBe 3
            panels.layers().map { (it as Layer.Curve).label }.distinct() shouldBe List(9) { "a$it (n=1)" }
        }
    })
