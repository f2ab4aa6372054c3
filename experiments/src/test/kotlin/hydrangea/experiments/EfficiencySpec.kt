package hydrangea.experiments

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeSorted
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import kotlin.io.path.readText

private val SCRIPT = learning("pendulum(maxEpisodeSteps = 10)", "updatesPerStep = 0.5,")

/** The numbers of a column of `metrics.csv`. */
private fun column(run: Said, name: String): List<Double> {
    val lines = run.file("metrics.csv").trim().lines().map { it.split(",") }
    return lines.drop(1).map { it[lines.first().indexOf(name)].toDouble() }
}

private fun drawn(directory: Path) {
    val picture = directory.resolve("plots/efficiency.svg").readText()
    for (word in listOf("return in training", "return in evaluation", "steps", "updates", "seconds")) {
        picture shouldContain Regex(">\\s*$word\\s*<")
    }
}

class EfficiencySpec :
    FunSpec({
        test("the return of a learning is drawn against steps, updates and seconds, which a resumed run counts on") {
            val run = trained(tempdir().toPath(), SCRIPT)
            column(run, "step") shouldContainExactly listOf(20.0, 40.0, 60.0)
            column(run, "charts/updates") shouldContainExactly listOf(0.0, 10.0, 20.0)
            drawn(run.directory)
            run.directory.resolve("plots/efficiency.svg").toFile().delete()
            val more = command("resume", "${run.directory}", "steps=100")
            withClue(more.err) { more.code shouldBe 0 }
            column(more, "charts/updates") shouldContainExactly listOf(0.0, 10.0, 20.0, 20.0, 30.0)
            column(more, "seconds").shouldBeSorted()
            drawn(more.directory)
        }

        test("so is that of a sweep, with the band of its seeds") {
            val sweep = trained(tempdir().toPath(), SCRIPT, "-m", "seeds(2)")
            withClue(sweep.err) { sweep.code shouldBe 0 }
            drawn(sweep.directory)
            sweep.directory.resolve("plots/efficiency.svg").readText() shouldContain "band: between their quartiles"
        }
    })
