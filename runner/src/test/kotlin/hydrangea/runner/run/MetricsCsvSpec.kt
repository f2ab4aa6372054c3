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
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readLines

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
