package hydrangea.runner.sweep

import hydrangea.runner.run.Status
import hydrangea.runner.run.csvCells
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe

private fun table(vararg jobs: JobResult) = ResultsTable(jobs.toList(), groups(jobs.toList()))

private fun records(csv: String): List<Map<String, String>> {
    val lines = csv.removeSuffix("\n").split("\n").map(::csvCells)
    return lines.drop(1).map { lines.first().zip(it).toMap() }
}

class ResultsTableSpec :
    FunSpec({
        test("a row a group: mean and sample deviation of what finished, and how many that are") {
            table(
                    job(0, "actor=gaussian seed=0", mapOf("kl" to 1.0, "n" to 2), seconds = 10.0),
                    job(1, "actor=gaussian seed=1", mapOf("kl" to 3.0, "n" to 2), seconds = 12.0),
                    job(2, "actor=flow seed=0", mapOf("kl" to 0.25, "n" to 4), seconds = 20.0),
                    job(3, "actor=flow seed=1", status = Status.DIVERGED, seconds = 1.0),
                )
                .text() shouldBe
                """
                actor     n                    kl             n              seconds
                gaussian  2                    2.000 ± 1.414  2.000 ± 0.000  11.00 ± 1.41
                flow      1 of 2 (1 diverged)  0.2500         4              20

                mean ± standard deviation over the finished jobs of a group; n: how many

                """
                    .trimIndent()
        }

        test("a number that is not finite does not pass for none") {
            table(
                    job(0, "seed=0", mapOf("w1" to 1.0, "kl" to "NaN", "mode_std" to 1)),
                    job(1, "seed=1", mapOf("w1" to "Infinity", "kl" to "NaN")),
                    job(2, "seed=2", mapOf("w1" to 3.0, "kl" to "-Infinity")),
                )
                .blocks
                .single() shouldBe
                listOf(
                    listOf("group", "n", "w1", "kl", "mode_std", "seconds"),
                    listOf("all", "3", "2.000 ± 1.414 (2 of 3)", "NaN | -Infinity", "1 (1 of 3)", "10.00 ± 0.00"),
                )
        }

        test("a sweep of one job, and one of which nothing came") {
            table(job(0, "actor=a", mapOf("kl" to 0.5))).text() shouldBe
                "actor  n  kl      seconds\na      1  0.5000  10\n\none job each\n"
            table(
                    job(0, "actor=a seed=0", status = Status.FAILED),
                    job(1, "actor=a seed=1", status = Status.PENDING, seconds = null),
                )
                .blocks
                .single() shouldBe
                listOf(listOf("actor", "n", "seconds"), listOf("a", "0 of 2 (1 failed, 1 pending)", "-"))
        }

        test("results of a run that was stopped are kept, but do not count") {
            val stopped = job(1, "seed=1", mapOf("kl" to 100.0), Status.CANCELLED)
            val table = table(job(0, "seed=0", mapOf("kl" to 1.0)), stopped)
            table.blocks.single()[1].take(3) shouldBe listOf("all", "1 of 2 (1 cancelled)", "1")
            records(table.csv())[1].getValue("kl") shouldBe "100"
        }

        test("texts and lists have their places") {
            table(
                    job(0, "seed=0", mapOf("best" to "left", "share" to listOf(0.25, listOf(1, 2)))),
                    job(1, "seed=1", mapOf("best" to "right", "share" to listOf(0.75, listOf(1, 4)))),
                )
                .blocks
                .single() shouldBe
                listOf(
                    listOf("group", "n", "best", "share_0", "share_1_0", "share_1_1", "seconds"),
                    listOf(
                        "all",
                        "2",
                        "left | right",
                        "0.5000 ± 0.3536",
                        "1.000 ± 0.000",
                        "3.000 ± 1.414",
                        "10.00 ± 0.00",
                    ),
                )
        }

        test("mean and deviation share their decimals: four digits of the larger") {
            summary(listOf(0.88, 0.8846)) shouldBe "0.8823 ± 0.0033"
            summary(listOf(-1230.0, -1250.0)) shouldBe "-1240 ± 14"
            summary(listOf(-50.0, 50.0)) shouldBe "0.00 ± 70.71"
            summary(listOf(2e-7, 4e-7)) shouldBe "3.000e-07 ± 1.414e-07"
            summary(listOf(123_456.0, 123_458.0)) shouldBe "1.235e+05 ± 1.414e+00"
            summary(listOf(0.0, 0.0)) shouldBe "0.000 ± 0.000"
            summary(listOf(0.123456)) shouldBe "0.1235"
        }

        test("many results go below one another, each time beside the groups") {
            val results = (1..40).associate { "result_number_$it" to it.toDouble() }
            val table = table(job(0, "actor=a seed=0", results), job(1, "actor=a seed=1", results))
            table.text().lines().maxOf { it.length } shouldBeLessThanOrEqual 100
            table.blocks.map { it[0][0] }.toSet() shouldBe setOf("actor")
            table.blocks.flatMap { it[0].drop(1) } shouldBe listOf("n") + results.keys + "seconds"
        }

        test("the file has a row a job, and reads back") {
            val csv =
                table(
                        job(0, "actor=flow(a=[1,2],b='x') seed=0", mapOf("kl" to 0.1, "share" to listOf(0.25, 0.75))),
                        job(1, "actor=b seed=1", mapOf("kl" to "NaN", "note" to "a \"b\"")),
                        job(2, "actor=c seed=0", status = Status.FAILED, seconds = null),
                    )
                    .csv()
            csv.lines().first() shouldBe "index,actor,seed,status,seconds,kl,share_0,share_1,note"
            val (first, second, third) = records(csv)
            first.values.toList() shouldBe
                listOf("0", "flow(a=[1,2],b='x')", "0", "finished", "10", "0.1", "0.25", "0.75", "")
            second.values.toList() shouldBe listOf("1", "b", "1", "finished", "10", "NaN", "", "", "a \"b\"")
            third.values.toList() shouldBe listOf("2", "c", "0", "failed", "", "", "", "", "")
        }

        test("a result with the name of a swept key has a column of its own") {
            val rows = records(table(job(0, "updates=100 seed=3", mapOf("updates" to 90, "status" to "odd"))).csv())
            rows shouldHaveSize 1
            rows[0] shouldBe
                mapOf(
                    "index" to "0",
                    "updates" to "100",
                    "seed" to "3",
                    "status" to "finished",
                    "seconds" to "10",
                    "results.updates" to "90",
                    "results.status" to "odd",
                )
        }
    })
