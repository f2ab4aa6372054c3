package hydrangea.runner.sweep

import hydrangea.runner.plot.size
import hydrangea.runner.run.Status
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import javax.imageio.ImageIO
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.relativeTo
import kotlin.io.path.walk

private fun files(folder: Path) = folder.walk().map { "${it.relativeTo(folder)}" }.toSet()

class SweepReportSpec :
    FunSpec({
        test("a sweep leaves its table as text, file and picture, and its curves as a picture") {
            val runs = tempdir().toPath()
            val jobs =
                listOf("gaussian", "flow").flatMapIndexed { a, actor ->
                    List(3) { seed ->
                        val metrics = metrics(runs, "$actor$seed", 1..30, "loss", "norm") { (a + seed + 1.0) * it }
                        job(3 * a + seed, "actor=$actor seed=$seed", mapOf("w1" to a + seed), metrics = metrics)
                    }
                }
            val folder = tempdir().toPath()
            val report = SweepReport("toy/own", jobs)
            report.keep(folder) { error(it) }
            files(folder) shouldBe
                setOf("results.csv", "results.txt") +
                    listOf("results", "curves").flatMap { listOf("plots/$it.svg", "plots/$it.png") }
            folder.resolve("results.txt").readText() shouldBe report.text
            val table = folder.resolve("plots/results.svg").readText()
            for (word in listOf("toy/own by actor", "gaussian", "flow", "2.000 ± 1.000")) table shouldContain ">$word<"
            val curves = folder.resolve("plots/curves.svg").readText()
            for (word in listOf("toy/own by actor", "gaussian (n=3)", "flow (n=3)")) curves shouldContain ">$word<"
            for (name in listOf("results", "curves")) {
                val width = size(folder.resolve("plots/$name.svg").readText()).first
                ImageIO.read(folder.resolve("plots/$name.png").toFile()).width shouldBe (2 * width).toInt()
            }
        }

        test("each of several environments has curves of its own, and one table has them all") {
            val runs = tempdir().toPath()
            val jobs =
                listOf("pendulum", "planarArm(joints=3)").flatMapIndexed { e, environment ->
                    List(2) { a ->
                        val metrics = metrics(runs, "$e$a", 1..3, "charts/eval_return") { -1.0 * it }
                        job(2 * e + a, "environment=$environment actor=a$a seed=0", metrics = metrics)
                    }
                }
            val folder = tempdir().toPath()
            SweepReport("toy/own", jobs).keep(folder) { error(it) }
            val places = listOf("pendulum", "planarArm-joints-3-")
            files(folder).filter { it.endsWith(".svg") }.toSet() shouldBe
                places.flatMap { listOf("plots/curves-$it.svg", "plots/efficiency-$it.svg") }.toSet() +
                    "plots/results.svg"
            val arm = folder.resolve("plots/efficiency-planarArm-joints-3-.svg").readText()
            for (word in listOf("toy/own, planarArm(joints=3) by actor", "a0 (n=1)", "a1 (n=1)")) {
                arm shouldContain ">$word<"
            }
            folder.resolve("results.txt").readText() shouldContain "environment=pendulum, actor=a1"
        }

        test("a sweep of which nothing came has a table that says so") {
            val folder = tempdir().toPath()
            SweepReport("toy/own", List(3) { job(it, "seed=$it", status = Status.FAILED, seconds = null) }).keep(
                folder
            ) {}
            files(folder) shouldBe setOf("results.csv", "results.txt", "plots/results.svg", "plots/results.png")
            folder.resolve("results.txt").readText() shouldContain "0 of 3 (3 failed)"
        }
    })
