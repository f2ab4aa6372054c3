package hydrangea.runner.run

import hydrangea.models.Matrix
import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Figure
import hydrangea.models.figure.Layer
import io.kotest.assertions.throwables.shouldThrowAny
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.writeText

private fun chart(title: String) = (CURVE as Figure.Chart).titled(title)

class PlotsSpec :
    FunSpec({
        test("of every figure the newest version is there at the end, under a file name") {
            val folder = tempdir().toPath()
            val plots = Plots(folder.resolve("plots"), RunLog(folder.resolve("log"), TickingWatch())) {}
            for (i in 1..30) plots.offer("gaussian/loss curve", chart("version $i"))
            plots.offer("other", chart("once"))
            plots.finish()
            folder.resolve("plots").listDirectoryEntries().map { it.name }.toSet() shouldBe
                setOf("gaussian-loss-curve.svg", "gaussian-loss-curve.png", "other.svg", "other.png")
            folder.resolve("plots/gaussian-loss-curve.svg").readText() shouldContain Regex(">\\s*version 30\\s*<")
        }

        test("a figure that cannot be drawn is a failure at the end, when the others are drawn") {
            val folder = tempdir().toPath()
            folder.resolve("plots").writeText("in the way")
            val plots = Plots(folder.resolve("plots"), RunLog(folder.resolve("log"), TickingWatch())) {}
            plots.offer("x", chart("x"))
            shouldThrowAny { plots.finish() }
        }

        test("a figure with nothing on it is drawn") {
            val folder = tempdir().toPath()
            val plots = Plots(folder, RunLog(folder.resolve("log"), TickingWatch())) {}
            plots.offer("empty", Figure.Chart("empty", "x", "y", Bounds.Fit(), emptyList()))
            plots.offer(
                "none",
                Figure.Chart("none", "x", "y", Bounds.FitLogY(), listOf(Layer.Curve("a", Matrix(0, 2)))),
            )
            plots.finish()
            folder.resolve("empty.svg").readText() shouldContain Regex(">\\s*empty\\s*<")
        }
    })
