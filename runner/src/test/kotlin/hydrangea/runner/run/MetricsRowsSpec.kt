package hydrangea.runner.run

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import kotlin.io.path.appendText
import kotlin.io.path.writeText

class MetricsRowsSpec :
    FunSpec({
        test("rows come back as they were written") {
            val file = tempdir().toPath().resolve("metrics.csv")
            MetricsCsv(file).use {
                it.row("a, \"b\"", 1, mapOf("loss" to 2.5, "share of 1,2" to 1e-300), 0.1234, 10.0)
                it.row("fit", 20_000_000_000, mapOf("late" to Double.NaN), 7.0, 10.0)
                it.row("fit", 3, mapOf("loss" to Double.NEGATIVE_INFINITY), 8.0, 10.0)
            }
            val rows = metricsRows(file)
            rows.map { it.phase } shouldBe listOf("a, \"b\"", "fit", "fit")
            rows.map { it.step } shouldBe listOf(1, 20_000_000_000, 3)
            rows.map { it.seconds } shouldBe listOf(0.123, 7.0, 8.0)
            rows.map { "${it.values}" } shouldBe
                listOf("{loss=2.5, share of 1,2=1.0E-300}", "{late=NaN}", "{loss=-Infinity}")
        }

        test("no file has no rows, nor has one that was only begun") {
            val file = tempdir().toPath().resolve("metrics.csv")
            metricsRows(file).shouldBeEmpty()
            file.writeText("")
            metricsRows(file).shouldBeEmpty()
            file.writeText("step,phase,seconds,updates_per_second\n")
            metricsRows(file).shouldBeEmpty()
        }

        test("what a kill left of a last row is no row") {
            val file = tempdir().toPath().resolve("metrics.csv")
            MetricsCsv(file).use { it.row("fit", 1, mapOf("loss" to 1.0), 0.5, 1.0) }
            file.appendText("2,fit,0.12")
            metricsRows(file) shouldHaveSize 1
        }
    })
