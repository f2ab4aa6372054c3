package hydrangea.runner.curve

import hydrangea.models.Matrix
import hydrangea.models.figure.Layer
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe

private fun run(vararg points: Pair<Number, Number>) =
    Series(
        DoubleArray(points.size) { points[it].first.toDouble() },
        DoubleArray(points.size) { points[it].second.toDouble() },
    )

private fun spreadOf(vararg runs: Series) = spread(runs.toList())

/** Rows of x, first quartile, median and third quartile. */
private fun rows(vararg rows: List<Number>) =
    Matrix.of(*rows.map { row -> row.map(Number::toDouble).toDoubleArray() }.toTypedArray())

class SpreadSpec :
    FunSpec({
        test("quantiles are those of numpy.quantile") {
            quantile(listOf(1.0, 2.0, 3.0, 4.0), 0.25) shouldBe 1.75
            quantile(listOf(1.0, 2.0, 3.0, 4.0), 0.5) shouldBe 2.5
            quantile(listOf(1.0, 2.0, 3.0, 4.0), 0.75) shouldBe 3.25
            quantile(listOf(-3.0, 0.0, 1.0, 10.0, 100.0), 0.75) shouldBe 10.0
            quantile(listOf(1.0, 5.0), 0.25) shouldBe 2.0
            quantile(listOf(7.0), 0.75) shouldBe 7.0
            // numpy.quantile([.3, 1.2, 1.9, 2.5, 4.1, 8.0, 8.5], [.1, .9])
            val seven = listOf(0.3, 1.2, 1.9, 2.5, 4.1, 8.0, 8.5)
            quantile(seven, 0.1) shouldBe (0.84 plusOrMinus 1e-12)
            quantile(seven, 0.9) shouldBe (8.2 plusOrMinus 1e-12)
        }

        test("runs of equal steps have median and quartiles at each, and one wild run moves neither far") {
            val runs = listOf(1, 2, 3, 4, 1_000).map { run(10 to it, 20 to 2 * it) }
            spreadOf(*runs.toTypedArray()) shouldBe rows(listOf(10, 2, 3, 4), listOf(20, 4, 6, 8))
        }

        test("runs that log at steps of their own meet on the steps of all") {
            spreadOf(run(0 to 0, 4 to 8), run(0 to 4, 1 to 4, 4 to 4)) shouldBe
                rows(listOf(0, 1, 2, 3), listOf(1, 2.5, 3, 3.5), listOf(4, 5, 6, 7))
        }

        test("a run that stops counts as far as it came, one that starts late from there on") {
            spreadOf(run(0 to 1, 100 to 1), run(0 to 3, 50 to 3), run(75 to 5, 100 to 5)) shouldBe
                rows(listOf(0, 1.5, 2, 2.5), listOf(50, 1.5, 2, 2.5), listOf(75, 2, 3, 4), listOf(100, 2, 3, 4))
        }

        test("ends within a hundredth of the whole are one end") {
            spreadOf(run(0 to 1, 1000 to 1), run(9 to 3, 991 to 3)) shouldBe
                rows(
                    listOf(0, 1.5, 2, 2.5),
                    listOf(9, 1.5, 2, 2.5),
                    listOf(991, 1.5, 2, 2.5),
                    listOf(1000, 1.5, 2, 2.5),
                )
            spreadOf(run(0 to 1, 1000 to 1), run(0 to 3, 989 to 3)).row(2) shouldBe doubleArrayOf(1000.0, 1.0, 1.0, 1.0)
        }

        test("between two points a run goes straight, outside it has no value") {
            val run = run(0 to 0, 10 to 5, 20 to -5)
            listOf(0.0, 4.0, 10.0, 15.0, 20.0).map { run.at(it) } shouldBe listOf(0.0, 2.0, 5.0, 0.0, -5.0)
            listOf(-0.1, 20.1).map { run.at(it) } shouldBe listOf(null, null)
            run.at(21.0, slack = 1.0) shouldBe -5.0
        }

        test("a long run is thinned to steps that it has, the first and the last among them") {
            val long = Series(DoubleArray(10_001) { it.toDouble() }, DoubleArray(10_001) { it * it.toDouble() })
            val spread = spread(listOf(long), most = 100)
            spread.rows shouldBeLessThanOrEqual 100
            spread.row(0)[0] shouldBe 0.0
            spread.row(spread.rows - 1)[0] shouldBe 10_000.0
            for (i in 0 until spread.rows) spread.at(i, 2) shouldBe spread.at(i, 0) * spread.at(i, 0)
        }

        test("several runs have a band below their line, a single one has none") {
            layers("a", listOf(run(0 to 1, 1 to 2), run(0 to 3, 1 to 6))) shouldBe
                listOf(
                    Layer.Band("a", rows(listOf(0, 1.5, 2.5), listOf(1, 3, 5))),
                    Layer.Curve("a", rows(listOf(0, 2), listOf(1, 4))),
                )
            layers("a", listOf(run(0 to 1, 1 to 2))) shouldBe listOf(Layer.Curve("a", rows(listOf(0, 1), listOf(1, 2))))
        }

        test("no runs have no spread") { spreadOf() shouldBe Matrix(0, 4) }
    })
