package hydrangea.experiments

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import kotlin.io.path.appendText
import kotlin.io.path.copyTo
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.writeText

private val SMALL = arrayOf("updates=60", "batch=8", "actor.hidden=[8]", "measure=[modes(samples=20,every=20)]")

class ResumeSpec :
    FunSpec({
        fun run(script: String, vararg more: String) =
            command("run", script, *more, "--out", tempdir().path, "--checkpoint-every", "25")

        fun resume(run: Said, vararg more: String) = command("resume", "${run.directory}", *more)

        fun checkpoints(run: Said) = run.directory.resolve("checkpoint").listDirectoryEntries().sorted()

        test("a finished run says how to train on, and does so") {
            val run = run("toy/mean_flow", *SMALL, "ema=0.9")
            val place = run.directory
            val refused = resume(run)
            refused.code shouldBe 1
            refused.err shouldBe "$place is finished; to train on, say: ./hydrangea resume $place updates=N\n"
            resume(run, "logEvery=5").err shouldBe refused.err

            val more = resume(run, "updates=80")
            more.err shouldBe ""
            more.code shouldBe 0
            more.metrics.map { it.substringBefore(",") } shouldBe listOf("step", "20", "40", "60", "80")
            more.file("config.yaml") shouldContain Regex("overrides:\n(.*\n)*  - \"?updates=80")
            val entry = more.record["resumed"].asJsonArray.single().asJsonObject
            entry["fromUpdate"].asLong shouldBe 60
            entry["overrides"].toString() shouldBe """["updates=80"]"""
            more.record["updates"].asLong shouldBe 80
            more.record["status"].asString shouldBe "finished"
            val seconds =
                more
                    .file("metrics.csv")
                    .lines()
                    .drop(1)
                    .filter { it.isNotEmpty() }
                    .map { it.split(",").reversed()[1].toDouble() }
            seconds shouldBe seconds.sorted()
            resume(more).err shouldContain "is finished"
        }

        test("fewer updates than are made are refused") {
            val run = run("toy/mean_flow", *SMALL)
            val said = resume(run, "updates=50")
            said.code shouldBe 1
            said.err shouldContain
                "cannot go on: updates must be at least the 60 that are made, was 50; for another run"
        }

        test("another shape is refused by the name of the array, and nothing has changed") {
            val run = run("toy/mean_flow", *SMALL)
            val before = run.file("config.yaml") to run.file("run.json")
            val said = resume(run, "updates=80", "actor.hidden=[9]")
            said.code shouldBe 1
            said.err shouldContain "training.actor.weights.value does not fit this experiment: it holds "
            said.err shouldContain "--config ${run.directory}/config.yaml updates=80 'actor.hidden=[9]'\n"
            resume(run, "updates=80", "ema=0.5").err shouldContain
                "training.average.weights.value does not fit this experiment: it is missing"
            resume(run, "updates=80", "optimizer=sgd(learningRate=0.1)").err shouldContain
                "training.optimizer.b does not fit this experiment: it is missing"
            (run.file("config.yaml") to run.file("run.json")) shouldBe before
        }

        test("the seed is settled, and so are the finished members of a study") {
            val run = run("toy/mean_flow", *SMALL)
            resume(run, "updates=80", "seed=4").err shouldContain
                "seed is settled at update 60 of 80 of phase fit: it stays 0; for another run, say: ./hydrangea run "
            val members = listOf("gaussian", "meanFlow").flatMap { name -> SMALL.map { "members.$name.$it" } }
            val study = run("toy/compare", *members.toTypedArray())
            resume(study).err shouldContain "say: ./hydrangea resume ${study.directory} members.meanFlow.updates=N"
            resume(study, "members.gaussian.updates=90").err shouldContain
                "members.gaussian.updates is settled at update 60 of 60 of phase meanFlow/fit: it stays 60; for another"
            val more = resume(study, "members.meanFlow.updates=90")
            more.code shouldBe 0
            more.result("gaussian.mode_share_0") shouldBe study.result("gaussian.mode_share_0")
            more.record["updates"].asLong shouldBe 150
        }

        test("a damaged checkpoint costs a period: the one before is used, and said so") {
            val run = run("toy/mean_flow", *SMALL).asIfKilled()
            val (before, newest) = checkpoints(run)
            newest.resolve("arrays.safetensors").appendText("x")
            val resumed = resume(run)
            resumed.code shouldBe 0
            resumed.err shouldBe
                "${run.directory} has a damaged checkpoint, ${newest.fileName}: arrays.safetensors is cut or was " +
                    "altered; using the one before, ${before.fileName}\n"
            resumed.record["resumed"].asJsonArray.single().asJsonObject["fromUpdate"].asLong shouldBe 50
            checkpoints(resumed).map { it.name } shouldBe listOf("000002", "000004")
            resumed.metrics shouldBe run("toy/mean_flow", *SMALL).metrics
        }

        test("a run that was killed before its first checkpoint starts over") {
            val run = run("toy/mean_flow", *SMALL).asIfKilled()
            run.directory.resolve("checkpoint").toFile().deleteRecursively()
            val resumed = resume(run)
            resumed.err shouldBe "${run.directory} was stopped before its first checkpoint: it starts over\n"
            resumed.code shouldBe 0
            resumed.metrics shouldBe run("toy/mean_flow", *SMALL).metrics
        }

        test("a diverged run asks for a change, and goes on before it diverged") {
            val run = run("toy/mean_flow", *SMALL, "optimizer=sgd(learningRate=1e30)")
            run.code shouldBe 3
            val refused = resume(run)
            refused.code shouldBe 1
            refused.err shouldContain
                Regex("diverged \\(the loss was .* at update \\d+ of phase fit\\), and would again; ")
            refused.err shouldContain
                "say what to change, such as a smaller optimizer.learningRate: ./hydrangea resume ${run.directory} KEY=VALUE"
            resume(run, "optimizer.learningRate=1e-3").code shouldBe 0
        }

        test("the copy of the script counts, and a changed original is said so") {
            val script = tempdir().toPath().resolve("mine.exp.kts")
            Path.of("../experiments/toy/mean_flow.exp.kts").copyTo(script)
            val run = run("$script", *SMALL).asIfKilled()
            script.writeText("this is no script any more")
            val resumed = resume(run)
            resumed.code shouldBe 0
            resumed.err shouldBe
                "$script has changed since the run began; its copy ${run.directory}/script/mine.exp.kts counts\n"
        }

        test("another program and other threads are said") {
            val run = run("toy/mean_flow", *SMALL).asIfKilled()
            val file = run.directory.resolve("run.json")
            file.writeText(file.readText().replace("\"pytorch\": \"2.7.1\"", "\"pytorch\": \"1.0\""))
            resume(run, "--threads", "2").err shouldBe
                "since the run last worked, pytorch 1.0 became 2.7.1: the numbers may differ from those of then\n" +
                    "the run began with 1 threads; with 2 the numbers may differ\n"
        }

        test("what is no run directory, and what is no period, is said") {
            command("resume", "nowhere").err shouldContain "there is no run directory nowhere"
            command("run", "toy/mean_flow", "--checkpoint-every", "often").err shouldContain
                "often is no period: say 30s, 5m, 1h, or a number of updates such as 5000"
        }
    })
