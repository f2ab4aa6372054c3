package hydrangea.runner.run

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.common.ExperimentalKotest
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.PropTestConfig
import io.kotest.property.arbitrary.double
import io.kotest.property.checkAll
import kotlin.io.path.appendText
import kotlin.io.path.copyTo
import kotlin.io.path.deleteExisting
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readLines
import kotlin.io.path.readText

@OptIn(ExperimentalKotest::class) // for the fixed seed
class MetricsCsvSpec :
    FunSpec({
        test(
            "columns stand in the order of first appearance, those of time last, and a missing value is an empty cell"
        ) {
            val file = tempdir().toPath().resolve("metrics.csv")
            MetricsCsv(file).use {
                it.row("fit", 1, mapOf("loss" to 2.5, "norm" to 1.0), 0.1234, 10.0)
                it.row("fit", 2, mapOf("norm" to 0.1), 0.25, 12.34)
                it.row("tune", 1, mapOf("w1" to 1e-300, "loss" to Double.NaN), 1.0, 8.0)
            }
            file.readLines() shouldContainExactly
                listOf(
                    "step,phase,loss,norm,w1,seconds,updates_per_second",
                    "1,fit,2.5,1,,0.123,10.0",
                    "2,fit,,0.1,,0.250,12.3",
                    "1,tune,NaN,,1.0E-300,1.000,8.0",
                )
        }

        test("every row can be read as soon as it is written") {
            val file = tempdir().toPath().resolve("metrics.csv")
            MetricsCsv(file).use {
                file.readLines() shouldContainExactly listOf("step,phase,seconds,updates_per_second")
                it.row("fit", 1, mapOf("loss" to 1.5), 0.0, 0.0)
                file.readLines().last() shouldBe "1,fit,1.5,0.000,0.0"
            }
        }

        test("a new column leaves no other file behind and keeps names with commas and quotes apart") {
            val file = tempdir().toPath().resolve("metrics.csv")
            MetricsCsv(file).use {
                it.row("a, \"b\"", 1, mapOf("share of 1,2" to 1.0), 0.0, 0.0)
                it.row("c\nd", 2, mapOf("late" to 2.0), 0.0, 0.0)
            }
            file.readLines() shouldContainExactly
                listOf(
                    "step,phase,\"share of 1,2\",late,seconds,updates_per_second",
                    "1,\"a, \"\"b\"\"\",1,,0.000,0.0",
                    "2,c d,,2,0.000,0.0",
                )
            file.parent.listDirectoryEntries() shouldBe listOf(file)
        }

        test("a file that is there is cut back to the rows and columns it had, and goes on as if no more had come") {
            val file = tempdir().toPath().resolve("metrics.csv")
            val rows =
                listOf<(MetricsCsv) -> Unit>(
                    { it.row("a, \"b\"", 1, mapOf("loss" to 1.0, "w,1" to 2.0), 0.5, 1.0) },
                    { it.row("fit", 2, mapOf("loss" to 0.5), 1.0, 2.0) },
                    { it.row("fit", 3, mapOf("late" to 7.0, "loss" to 0.25), 1.5, 2.0) },
                    { it.row("fit", 4, mapOf("later" to 8.0), 2.0, 2.0) },
                )
            val whole = file.resolveSibling("whole.csv")
            MetricsCsv(whole).use { csv -> rows.forEach { it(csv) } }
            for (kept in 0..4) {
                whole.copyTo(file, overwrite = true)
                file.appendText("5,fit,torn")
                val columns = listOf(0, 2, 2, 3, 4)[kept]
                MetricsCsv(file, kept.toLong(), columns).use { csv ->
                    csv.rows shouldBe kept
                    csv.columns shouldBe columns
                    file.readLines().size shouldBe kept + 1
                    file.readLines().first().split(",late").size shouldBe listOf(1, 1, 1, 2, 3)[kept]
                    rows.drop(kept).forEach { it(csv) }
                }
                file.readText() shouldBe whole.readText()
            }
        }

        test("rows that someone has taken away are missed") {
            val file = tempdir().toPath().resolve("metrics.csv")
            MetricsCsv(file).use { it.row("fit", 1, mapOf("loss" to 1.0), 0.5, 1.0) }
            MetricsCsv(file, 3, 1).use { it.rows shouldBe 1 }
            file.deleteExisting()
            MetricsCsv(file, 3, 1).use { it.rows shouldBe 0 }
            file.readLines() shouldContainExactly listOf("step,phase,seconds,updates_per_second")
        }

        test("a metric may not take the name of a column that every row has") {
            val file = tempdir().toPath().resolve("metrics.csv")
            MetricsCsv(file).use { csv ->
                shouldThrow<IllegalArgumentException> { csv.row("fit", 1, mapOf("seconds" to 1.0), 0.0, 0.0) }
            }
        }

        test("every number reads back exactly") {
            checkAll(PropTestConfig(seed = 1), Arb.double()) {
                exact(it).toDouble().toRawBits() shouldBe it.toRawBits()
            }
        }
    })
