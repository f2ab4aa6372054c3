package hydrangea.experiments

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

private const val SCRIPT =
    """
val widths by choice("narrow" to listOf(8), "wide" to listOf(64))

fit(
    target = threeModes(),
    actor = gaussian(hidden = widths),
    objective = reverseKl(),
    updates = 9,
    sweep = listOf(
        grid(axis("actor", gaussian(), gaussian(squash = false)), seeds(2))
            .where { text("actor.squash") == "true" || number("seed") == 1.0 },
    ),
)
"""

/** Flags after `run toy/gaussian_reverse_kl`, and what the user is told. */
private val MISTAKES =
    listOf(
        listOf("--dry-run") to "--dry-run is for a sweep: add -m",
        listOf("--where", "seed < 3", "--trials", "3") to
            "--where is for a sweep: add -m\n--trials is for a sweep: add -m",
        listOf("-m", "--dry-run") to "there is nothing to sweep",
        listOf("-m", "seed=0,1", "--json") to "--json says what --dry-run prints: add --dry-run",
        listOf("-m", "seed=0,1", "--trials", "0", "--dry-run") to "--trials",
        listOf("-m", "observation=[]", "seed=0,1", "--dry-run") to
            "gaussian needs an observation of at least one number",
        listOf("-m", "seed=0,1", "--where", "sede > 1", "--dry-run") to "there is no key sede; did you mean seed?",
        listOf("-m", "seed=0,1", "@nowhere.txt", "--dry-run") to "@nowhere.txt: there is no such file",
    )

class PlanSpec :
    FunSpec({
        fun plan(vararg words: String) = command("run", "-m", *words, "--dry-run")

        test("the plan of a sweep is a table, and starts nothing") {
            val out = tempdir()
            val said = plan("toy/mean_flow", "targetStd=0.01,0.1", "seed=range(2)", "updates=3", "--out", out.path)
            withClue(said.err) { said.code shouldBe 0 }
            said.out shouldBe
                """
                job  targetStd  seed
                0    0.01       0
                1    0.01       1
                2    0.1        0
                3    0.1        1
                4 jobs

                """
                    .trimIndent()
            out.listFiles().orEmpty().size shouldBe 0
        }

        test("what where drops and what is said again is counted") {
            val said = plan("toy/mean_flow", "updates=10,1e1,20", "seeds(3)", "--where", "updates == 10 or seed < 1")
            said.out.lines().dropLast(1).last() shouldBe "4 jobs; 2 dropped by where; 3 said again and run once"
        }

        test("trials are the same in every plan with the same seed") {
            val words =
                arrayOf("toy/mean_flow", "optimizer.learningRate=tag(log, interval(1e-5, 1e-1))", "--trials", "4")
            plan(*words).out shouldBe plan(*words).out
            plan(*words).out.lines().dropLast(1).last() shouldBe "4 jobs"
        }

        test("a script's own sweep is what -m runs, words that sweep replace it, and a single run ignores it") {
            val script = tempdir().resolve("swept.exp.kts").apply { writeText(SCRIPT) }
            val said = plan(script.path)
            withClue(said.err) { said.code shouldBe 0 }
            said.out shouldBe
                """
                job  actor                   seed
                0    gaussian()              0
                1    gaussian()              1
                2    gaussian(squash=false)  1
                3 jobs; 1 dropped by where

                """
                    .trimIndent()
            plan(script.path, "widths=glob(*)").out.lines().first().trim() shouldBe "job  widths"
            val run = command("run", script.path, "updates=2", "measure=[]", "--out", tempdir().path)
            withClue(run.err) { run.code shouldBe 0 }
            run.file("config.yaml").contains("sweep") shouldBe false
        }

        for ((flags, told) in MISTAKES) {
            test("run toy/gaussian_reverse_kl ${flags.joinToString(" ")} is refused with a reason") {
                val said = command("run", "toy/gaussian_reverse_kl", *flags.toTypedArray())
                said.code shouldBe 1
                said.err shouldContain told
            }
        }
    })
