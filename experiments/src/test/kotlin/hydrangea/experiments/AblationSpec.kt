package hydrangea.experiments

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readLines

private const val SCRIPT = "control/ablations"

private val ENVIRONMENTS = listOf("pendulum", "arm", "lander")

/** What of a job is not its environment and its seed, as the plan's table has it. */
private val VARIANTS =
    listOf("gaussian", "flow true", "flow false", "latent true 1", "latent true 2", "latent true 4") +
        listOf("latent true 8", "latent false 2")

class AblationSpec :
    FunSpec({
        fun plan(vararg words: String) =
            command("run", "-m", SCRIPT, *words, "--dry-run").let {
                withClue(it.err) { it.code shouldBe 0 }
                it.out.lines().drop(1).dropLast(2).map { row -> row.trim().split(Regex(" +")).drop(1) }
            }

        /** The rest of a row of the plan: `environment actor seed ...`. */
        fun List<String>.variant() = (listOf(this[1]) + drop(3)).joinToString(" ")

        test("all questions are every variant in each environment with three seeds, and none twice") {
            val jobs = plan()
            jobs.map { it[0] }.groupingBy { it }.eachCount() shouldBe ENVIRONMENTS.associateWith { 24 }
            jobs.distinct().size shouldBe 72
            for (environment in ENVIRONMENTS) {
                val variants = jobs.filter { it[0] == environment && it[2] == "1" }.map { it.variant() }
                variants shouldContainExactlyInAnyOrder VARIANTS
            }
        }

        test("a question is asked by its name, in one environment where that is said") {
            plan("ablation=latentSize", "environment=arm").map { it.joinToString(" ") } shouldContainExactly
                listOf(1, 2, 4, 8).flatMap { size -> List(3) { seed -> "latent $size true $seed" } }
            plan("ablation=actors", "seed=0").map { it[1] }.distinct() shouldContainExactly
                listOf("gaussian", "flow", "latent")
            plan("ablation=conditional").size shouldBe 36
        }

        test("the whole grid runs, on a short budget") {
            val short = arrayOf("width=4", "steps=24", "batch=4", "warmUp=8", "logEvery=8", "replay=100", "seed=0")
            val judged = "evaluation=evaluation(every=8,episodes=1,finalEpisodes=1)"
            val sweep = command("run", "-m", SCRIPT, *short, judged, "--jobs", "2", "--out", tempdir().path)
            withClue(sweep.out + sweep.err) { sweep.code shouldBe 0 }
            sweep.out shouldContain "24 jobs: 24 finished"
            sweep.directory.resolve("results.csv").readLines().size shouldBe 25
            sweep.directory.resolve("plots").listDirectoryEntries("efficiency-*.png").map {
                it.name
            } shouldContainExactlyInAnyOrder ENVIRONMENTS.map { "efficiency-$it.png" }
        }
    })
