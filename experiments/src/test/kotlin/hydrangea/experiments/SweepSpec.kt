package hydrangea.experiments

import com.google.gson.JsonObject
import com.google.gson.JsonParser
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.copyTo
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.writeText

private val SMALL = listOf("batch=16", "actor.hidden=[16,16]", "logEvery=50", "measure=[modes(samples=50,every=1000)]")

private fun jobs(sweep: Path): List<JsonObject> =
    JsonParser.parseString(sweep.resolve("sweep.json").readText()).asJsonObject.getAsJsonArray("jobs").map {
        it.asJsonObject
    }

private fun statuses(sweep: Path) = jobs(sweep).map { it["status"].asString }

private fun runs(sweep: Path) = jobs(sweep).map { sweep.resolve(it["directory"].asString) }

/** The one sweep in [out] as soon as [ready]. */
private fun sweepIn(out: Path, script: String, ready: (Path) -> Boolean): Path {
    while (true) {
        val found = out.resolve(script).takeIf { it.exists() }?.listDirectoryEntries().orEmpty()
        found
            .singleOrNull { it.resolve("sweep.json").exists() && ready(it) }
            ?.let {
                return it
            }
        Thread.sleep(20)
    }
}

class SweepSpec :
    FunSpec({
        fun sweep(out: Path, vararg words: String, updates: Int = 200, script: String = "toy/gaussian_reverse_kl") =
            listOf("run", "-m", script, "updates=$updates", "--out", "$out") + SMALL + words

        test("a sweep trains what single runs would, and ends in a table, curves and one record") {
            val swept = command(*sweep(tempdir().toPath(), "seeds(3)", "--jobs", "2").toTypedArray())
            withClue(swept.err + swept.out) { swept.code shouldBe 0 }
            val single =
                command(
                    "run",
                    "toy/gaussian_reverse_kl",
                    "updates=200",
                    "seed=2",
                    *SMALL.toTypedArray(),
                    "--out",
                    tempdir().path,
                )
            metrics(runs(swept.directory)[2]) shouldBe single.metrics // in a process that had another job before
            jobs(swept.directory)[2]["results"] shouldBe single.results
            swept.directory
                .listDirectoryEntries()
                .map { it.name }
                .let { names ->
                    listOf("sweep.json", "results.csv", "results.txt", "script", "plots").forEach {
                        names shouldContain it
                    }
                }
            swept.directory.resolve("plots/curves.svg").exists() shouldBe true
            swept.out shouldContain "3 jobs: 3 finished"
        }

        test("a job that diverges and one that takes too long are told apart, and the others finish") {
            val words = arrayOf("zip(optimizer.learningRate=[1e-3,1e30,1e-3], updates=[100,100,100000000])")
            val all =
                sweep(tempdir().toPath(), *words, "--timeout", "20s", "--jobs", "2").filter { it != "updates=200" }
            val swept = command(*all.toTypedArray())
            withClue(swept.out) { swept.code shouldBe 4 }
            statuses(swept.directory) shouldBe listOf("finished", "diverged", "failed")
            jobs(swept.directory)[2]["exitReason"].asString shouldBe "timed out after 0:20"
            command("status", "${swept.directory}").out shouldContain "3 jobs: 1 finished, 1 failed, 1 diverged"
        }

        test("a sweep whose parent and a child are killed is resumed, and each job ends as if nothing had happened") {
            val undisturbed =
                command(*sweep(tempdir().toPath(), "seeds(4)", "--jobs", "2", updates = 4000).toTypedArray())
            undisturbed.code shouldBe 0
            val out = tempdir().toPath()
            val log = out.resolve("log").toFile()
            val words = sweep(out, "seeds(4)", "--jobs", "2", "--checkpoint-every", "100", updates = 4000)
            val parent = ProcessBuilder(JAVA + words).redirectErrorStream(true).redirectOutput(log).start()
            val folder =
                sweepIn(out, "toy/gaussian_reverse_kl") { sweep ->
                    runs(sweep).take(2).all { it.resolve("metrics.csv").exists() }
                }
            val child = parent.children().findFirst()
            parent.destroyForcibly()
            child.ifPresent { it.destroyForcibly() }
            parent.waitFor()

            val resumed = command("resume", "$folder")
            withClue(log.readText() + resumed.out + resumed.err) { resumed.code shouldBe 0 }
            statuses(folder) shouldBe List(4) { "finished" }
            runs(folder).map(::metrics) shouldBe runs(undisturbed.directory).map(::metrics)
            jobs(folder).map { it["results"] } shouldBe jobs(undisturbed.directory).map { it["results"] }
            val again = command("resume", "$folder")
            again.code shouldBe 1
            again.err shouldContain "is complete: no job is left to do"
        }

        test("a script that is edited after the start changes nothing in the jobs that wait") {
            val script = tempdir().toPath().resolve("mine.exp.kts")
            Path("../experiments/toy/gaussian_reverse_kl.exp.kts").copyTo(script)
            val out = tempdir().toPath()
            val log = out.resolve("log").toFile()
            val words = sweep(out, "seeds(2)", "--jobs", "1", script = "$script")
            val parent = ProcessBuilder(JAVA + words).redirectErrorStream(true).redirectOutput(log).start()
            val folder = sweepIn(out, "mine") { true }
            script.writeText("no script any more")
            withClue(log.readText()) { parent.waitFor() shouldBe 0 }
            statuses(folder) shouldBe listOf("finished", "finished")
        }

        test("what is wrong with any job is said before the first one starts, and nothing is left behind") {
            val out = tempdir().toPath().resolve("runs")
            val refused = command(*sweep(out, "batch=16,0").filter { it != "batch=16" }.toTypedArray())
            refused.code shouldBe 1
            refused.err shouldContain "batch must be at least 1, was 0"
            out.exists() shouldBe false
        }

        test("a run is repeated from its own script and words, and its name and tags are found again") {
            val out = tempdir().toPath()
            val words = listOf("toy/mean_flow", "updates=3", "measure=[]", "batch=8", "targetStd=0.02")
            val run =
                command("run", *words.toTypedArray(), "--out", "$out", "--name", "base", "--tag", "a", "--tag", "b")
            run.code shouldBe 0
            run.directory.name shouldContain "-base"
            val same = command("rerun", "${run.directory}", "--out", "$out")
            (same.err to same.code) shouldBe ("" to 0)
            same.metrics shouldBe run.metrics
            val other = command("rerun", "${run.directory}", "targetStd=0.1", "--out", "$out")
            other.file("config.yaml") shouldContain "targetStd: 0.1\n"
            other.file("config.yaml") shouldContain "updates: 3"
            command("runs", "$out").out.lines().filter { "finished" in it } shouldHaveSize 3
            command("runs", "$out", "--tag", "b").out.lines().filter { "finished" in it } shouldHaveSize 1
        }

        test("clean asks, and takes what failed or is empty only") {
            val out = tempdir().toPath()
            val good = command("run", "toy/mean_flow", "updates=3", "measure=[]", "batch=8", "--out", "$out")
            val bad = out.resolve("toy/mean_flow/bad").createDirectories()
            bad.resolve("run.json").writeText("""{"status": "failed", "exitReason": "no luck"}""")
            val said = command("clean", "$out", "--yes")
            said.out shouldContain "failed: no luck"
            bad.exists() shouldBe false
            good.directory.exists() shouldBe true
            command("clean", "$out").out shouldContain "nothing to delete"
        }
    })
