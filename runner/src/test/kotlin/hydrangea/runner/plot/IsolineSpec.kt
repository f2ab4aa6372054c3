package hydrangea.runner.plot

import hydrangea.models.Matrix
import hydrangea.models.figure.Bounds
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.exp
import kotlin.math.hypot

private val WINDOW = Bounds.Window(-1.0, 1.0, -1.0, 1.0)

private fun sampled(size: Int, window: Bounds.Window = WINDOW, f: (Double, Double) -> Double): Matrix {
    val values = Matrix(size, size)
    for (i in 0 until size) for (j in 0 until size) {
        val x = window.xFrom + (window.xTo - window.xFrom) * j / (size - 1)
        val y = window.yFrom + (window.yTo - window.yFrom) * i / (size - 1)
        values.data[i * size + j] = f(x, y)
    }
    return values
}

private fun Polyline.closed() = x.first() == x.last() && y.first() == y.last()

class IsolineSpec :
    FunSpec({
        test("the lines of a narrow Gaussian on a coarse grid are closed circles of the exact radius") {
            val (mx, my, std) = Triple(0.503, -0.217, 0.02)
            val density = sampled(201) { x, y -> exp(-((x - mx) * (x - mx) + (y - my) * (y - my)) / (2 * std * std)) }
            for (sigmas in listOf(1.0, 2.0, 3.0)) {
                val line = isolines(density, WINDOW, exp(-sigmas * sigmas / 2)).single()
                line.closed() shouldBe true
                for (i in line.x.indices) hypot(line.x[i] - mx, line.y[i] - my) shouldBe (sigmas * std plusOrMinus 1e-6)
                val smooth = line.smooth()
                for (i in smooth.x.indices) {
                    hypot(smooth.x[i] - mx, smooth.y[i] - my) shouldBe (sigmas * std plusOrMinus 0.03 * sigmas * std)
                }
            }
        }

        test("a plane has one straight line from border to border") {
            val line = isolines(sampled(11) { x, y -> x + 2 * y }, WINDOW, 0.3).single()
            line.closed() shouldBe false
            for (i in line.x.indices) line.x[i] + 2 * line.y[i] shouldBe (0.3 plusOrMinus 1e-12)
            for (end in listOf(line.x.first(), line.x.last())) abs(end) shouldBe (1.0 plusOrMinus 1e-12)
        }

        test("peaks apart have a line each, a level out of reach has none") {
            val two =
                sampled(101) { x, y ->
                    exp(-50 * ((x - 0.5) * (x - 0.5) + y * y)) + exp(-50 * ((x + 0.5) * (x + 0.5) + y * y))
                }
            isolines(two, WINDOW, 0.5) shouldHaveSize 2
            isolines(two, WINDOW, 5.0).shouldBeEmpty()
        }

        test("at a saddle the mean of the corners says which of them hang together") {
            val window = Bounds.Window(0.0, 1.0, 0.0, 1.0)
            fun ends(low: Double): Set<Pair<Double, Double>> {
                val values = Matrix(2, 2, doubleArrayOf(1.0, low, low, 1.0))
                return isolines(values, window, 0.0)
                    .map { it.x.first() + it.y.first() to it.x.last() + it.y.last() }
                    .toSet()
            }
            // Ones on the rising diagonal: it is held together (corners above the mean) or cut.
            isolines(Matrix(2, 2, doubleArrayOf(1.0, -0.5, -0.5, 1.0)), window, 0.0).forEach {
                (it.x.average() > 0.5) shouldBe (it.y.average() < 0.5)
            }
            isolines(Matrix(2, 2, doubleArrayOf(1.0, -3.0, -3.0, 1.0)), window, 0.0).forEach {
                (it.x.average() > 0.5) shouldBe (it.y.average() > 0.5)
            }
            ends(-0.5) shouldHaveSize 2
        }

        test("values that are no numbers interrupt a line") {
            val values = sampled(11) { x, y -> if (x in 0.1..0.3 && y in -0.1..0.1) Double.NaN else y + 0.01 }
            isolines(values, WINDOW, 0.0) shouldHaveSize 2
        }

        test("a smooth line goes through the points it was made from") {
            val line = Polyline(doubleArrayOf(0.0, 1.0, 1.01, 2.0), doubleArrayOf(0.0, 1.0, 1.0, 0.0))
            val smooth = line.smooth(parts = 4)
            (0..3).map { smooth.x[4 * it] to smooth.y[4 * it] } shouldBe line.x.zip(line.y.asIterable())
        }

        test("a long curve keeps its spikes when it is thinned") {
            val curve = Matrix(40_000, 2)
            for (i in 0 until curve.rows) {
                curve.data[2 * i] = i.toDouble()
                curve.data[2 * i + 1] = if (i == 12_345) 7.0 else if (i == 23_456) -7.0 else 0.0
            }
            val thin = thinned(curve)
            thin.rows shouldBeLessThan 1_100
            val ys = (0 until thin.rows).map { thin.at(it, 0) to thin.at(it, 1) }
            ys shouldContain (12_345.0 to 7.0)
            ys shouldContain (23_456.0 to -7.0)
            ys.map { it.first } shouldBe ys.map { it.first }.sorted()
        }
    })
