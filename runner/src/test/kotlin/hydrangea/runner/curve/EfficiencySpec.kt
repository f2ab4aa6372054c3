package hydrangea.runner.curve

import hydrangea.models.Matrix
import hydrangea.models.figure.Layer
import hydrangea.runner.run.MetricsRow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.nulls.shouldBeNull
import io.kotest.matchers.shouldBe

/** A row of a learning: an update every other step after four of warm-up, [pace] seconds a step. */
private fun row(
    step: Int,
    pace: Double,
    value: Double,
    name: String = "charts/episodic_return",
    phase: String = "learn",
) = MetricsRow(phase, step.toLong(), mapOf(name to value, "charts/updates" to maxOf(0, step - 4) / 2.0), pace * step)

private fun curve(label: String, vararg points: Double) = Layer.Curve(label, Matrix(points.size / 2, 2, points))

private fun efficiency(vararg bundles: Bundle) = efficiency("learning", bundles.toList())

class EfficiencySpec :
    FunSpec({
        test("a run's return stands against its steps, its updates and its seconds") {
            val rows = listOf(row(2, 0.5, -9.0), row(4, 0.5, -8.0), row(8, 0.5, -3.0), row(12, 0.5, -1.0))
            val panels = efficiency(Bundle("", listOf(Told(rows, true))))
            panels?.title shouldBe "learning"
            panels?.caption shouldBe "seconds: by the clock, all included"
            panels?.columns shouldBe 3
            panels.titles().distinct() shouldBe listOf("return in training")
            panels?.charts?.map { it.xLabel } shouldBe listOf("steps", "updates", "seconds")
            panels?.charts?.map { it.layers().single() } shouldBe
                listOf(
                    curve(" (n=1)", 2.0, -9.0, 4.0, -8.0, 8.0, -3.0, 12.0, -1.0),
                    // nothing is learned before the second row: its number is what the first update began with
                    curve(" (n=1)", 0.0, -8.0, 2.0, -3.0, 4.0, -1.0),
                    curve(" (n=1)", 1.0, -9.0, 2.0, -8.0, 4.0, -3.0, 6.0, -1.0),
                )
        }

        test("of a study each member is a bundle with a run for each seed, by a clock of its own") {
            val rows =
                listOf("a/0", "a/1", "b/0").flatMapIndexed { i, place ->
                    (1..2).map {
                        MetricsRow("$place/plan", it.toLong(), mapOf("x" to i + it.toDouble()), 10.0 * i + it)
                    }
                }
            val bundles = members(rows, finished = false)
            bundles.map { it.label } shouldBe listOf("a (n=2)", "b (n=1)")
            val metric = Metric("plan", "x")
            bundles.flatMap { it.of(metric, Axis.STEPS) }.map { it.y.toList() } shouldBe
                listOf(listOf(1.0, 2.0), listOf(2.0, 3.0), listOf(3.0, 4.0))
            bundles.flatMap { it.of(metric, Axis.SECONDS) }.map { it.x.toList() } shouldBe
                listOf(listOf(1.0, 2.0, 10.0), listOf(9.0, 10.0), listOf(9.0, 10.0)) // who has finished stays
            bundles.map { it.ends(metric, Axis.STEPS).rows } shouldBe listOf(0, 1)
            members(rows.map { MetricsRow("learn", it.step, it.values, it.seconds) }, true).map { it.label } shouldBe
                listOf(" (n=1)")
        }

        test("training and evaluation are two rows of charts, with the bands of each bundle") {
            fun run(pace: Double, height: Double) =
                Told(
                    listOf(4, 8).flatMap { step ->
                        listOf(row(step, pace, height * step), row(step, pace, height, "charts/eval_return"))
                    },
                    true,
                )
            val panels =
                efficiency(
                    Bundle("gaussian", listOf(run(1.0, 1.0), run(2.0, 3.0))),
                    Bundle("flow", listOf(run(3.0, 1.0))),
                )
            panels.titles() shouldBe List(3) { "return in training" } + List(3) { "return in evaluation" }
            panels?.caption shouldBe
                "line: median of the runs; band: between their quartiles; seconds: by the clock, all included"
            panels?.charts?.get(1)?.layers() shouldContainExactly
                listOf(
                    Layer.Band("gaussian (n=2)", Matrix(2, 3, doubleArrayOf(0.0, 6.0, 10.0, 2.0, 12.0, 20.0))),
                    curve("gaussian (n=2)", 0.0, 8.0, 2.0, 16.0),
                    curve("flow (n=1)", 0.0, 4.0, 2.0, 8.0),
                )
            // the faster one has finished after 8 seconds, and stays where it came to
            panels?.charts?.get(2)?.layers()?.get(1) shouldBe curve("gaussian (n=2)", 4.0, 4.0, 8.0, 10.0, 16.0, 16.0)
        }

        test("an unfinished run ends in a dot on each axis, and does not stay where it stopped") {
            val whole = listOf(row(4, 2.0, -8.0), row(8, 2.0, -3.0))
            val stopped = listOf(row(4, 1.0, -80.0), row(8, 1.0, -30.0))
            val panels = efficiency(Bundle("all", listOf(Told(whole, true), Told(stopped, false))))
            panels?.charts?.map { (it.layers().last() as Layer.Points).points.data.toList() } shouldBe
                listOf(listOf(8.0, -30.0), listOf(2.0, -30.0), listOf(8.0, -30.0))
            panels?.charts?.last()?.layers()?.get(1) shouldBe curve("all (n=2)", 4.0, -80.0, 8.0, -19.0, 16.0, -3.0)
        }

        test("members of a study have charts of their own") {
            val rows =
                listOf("a", "b").flatMap { member -> listOf(4, 8).map { row(it, 1.0, -1.0, phase = "$member/learn") } }
            efficiency(Bundle("", listOf(Told(rows, true)))).titles() shouldBe
                List(3) { "a/learn: return in training" } + List(3) { "b/learn: return in training" }
        }

        test("rows that say nothing of updates leave that axis out, and what has no return has no picture") {
            val rows = (1L..3L).map { MetricsRow("learn", it, mapOf("charts/eval_return" to -1.0), 1.0 * it) }
            val panels = efficiency(Bundle("", listOf(Told(rows, true))))
            panels?.charts?.map { it.xLabel } shouldBe listOf("steps", "seconds")
            panels?.columns shouldBe 2
            efficiency(Bundle("", listOf(told(1..3, "loss") { 1.0 }))).shouldBeNull()
            efficiency(Bundle("", listOf(Told(rows.take(1), true)))).shouldBeNull()
        }
    })
