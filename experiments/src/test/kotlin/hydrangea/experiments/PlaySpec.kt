package hydrangea.experiments

import com.google.gson.JsonParser
import hydrangea.dsl.pendulum
import hydrangea.envs.Environment
import hydrangea.models.training.Learned
import hydrangea.runner.Policy
import hydrangea.runner.UsageError
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.maps.shouldContainKeys
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import javax.imageio.ImageIO
import kotlin.io.path.exists
import kotlin.io.path.fileSize
import kotlin.io.path.getLastModifiedTime
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.walk
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

/** Every file below, with what tells that it was written to. */
private fun contents(folder: Path) = folder.walk().associateWith { listOf(it.fileSize(), it.getLastModifiedTime()) }

private fun eval(run: Said, vararg words: String) =
    command("eval", "${run.directory}", "--json", *words).let { said ->
        withClue(said.err) { said.code shouldBe 0 }
        JsonParser.parseString(said.out).asJsonObject
    }

/** The return of an episode by [act], from the first start of an evaluation. */
private fun <S : Any> played(environment: Environment<S>, act: (DoubleArray) -> DoubleArray): Double {
    val random = Learned.starts(0).at(0).at(0).generator()
    var state = environment.reset(random)
    var sum = 0.0
    do {
        val step = environment.step(state, act(environment.observe(state)), random)
        sum += step.reward()
        state = step.state()
    } while (!step.done())
    return sum
}

/** The checkpoints of a run, the oldest first. */
private fun checkpoints(run: Said) = run.directory.resolve("checkpoint").listDirectoryEntries().sorted()

private fun cut(checkpoint: Path) =
    checkpoint.resolve("arrays.safetensors").let { it.writeBytes(it.readBytes().copyOf(200)) }

class PlaySpec :
    FunSpec({
        /** Size, pictures of an episode of 15 steps, hundredths of all but the last. */
        class Seen(val width: Int, val height: Int, val pictures: Int, val hundredths: Int)

        val seen =
            mapOf(
                "pendulum(maxEpisodeSteps = 15)" to Seen(500, 500, 16, 50),
                "planarArm(epsilon = 1e-9, maxEpisodeSteps = 15)" to Seen(400, 400, 76, 300),
                "lunarLander(continuous = true, maxEpisodeSteps = 15)" to Seen(600, 400, 9, 30),
            )
        val runs by lazy { seen.keys.associateWith { trained(tempdir().toPath(), learning(it)) } }
        val pendulum by lazy { runs.getValue("pendulum(maxEpisodeSteps = 15)") }
        val fit by lazy {
            command("run", "toy/mean_flow", "updates=2", "batch=8", "measure=[]", "--out", tempdir().path)
        }

        for ((environment, picture) in seen) {
            test("what $environment taught is evaluated as the run itself was, twice the same, and nothing changes") {
                val run = runs.getValue(environment)
                val before = contents(run.directory)
                val told = eval(run, "--episodes", "12")
                eval(run, "--episodes", "12") shouldBe told
                told["return_mean"].asDouble shouldBe run.result("return_mean")
                told["return_std"].asDouble shouldBe run.result("return_std")
                told["return_max"].asDouble shouldBeGreaterThan told["return_min"].asDouble
                told["length"].asDouble shouldBe 15.0
                told["step"].asLong shouldBe 60
                if ("Arm" in environment) told.asMap().shouldContainKeys("success_share", "final_distance")
                contents(run.directory) shouldBe before

                eval(run, "--episodes", "12", "--seed", "1")["return_mean"] shouldNotBe told["return_mean"]
                val noisy = eval(run, "--episodes", "12", "--stochastic")
                noisy["return_mean"] shouldNotBe told["return_mean"]
                eval(run, "--episodes", "12", "--stochastic") shouldBe noisy
            }

            test("an episode of $environment becomes a GIF of its size, its pictures and its speed") {
                val run = runs.getValue(environment)
                val said = command("render", "${run.directory}")
                withClue(said.err) { said.code shouldBe 0 }
                val file = run.directory.resolve("render/step-000000060.gif")
                said.out shouldContain "step-000000060.gif: return "
                val animation = Animation(file)
                animation.pictures.map { listOf(it.width, it.height) }.distinct() shouldBe
                    listOf(listOf(picture.width, picture.height))
                animation.pictures.size shouldBe picture.pictures
                animation.hundredths.dropLast(1).sum() shouldBe picture.hundredths
                animation.hundredths.last() shouldBe 100
                animation.forEver shouldBe true
                animation.pictures.map(::hash).distinct().size shouldNotBe 1
                file.fileSize().toInt() shouldBeLessThan 150_000
                file.parent.listDirectoryEntries().map { it.name } shouldContainExactly listOf(file.name)
            }
        }

        test("the best weights are those of the best evaluation") {
            val told = eval(pendulum, "--best", "--episodes", "2")
            val evaluations =
                pendulum.metrics.let { lines ->
                    val column = lines.first().split(",").indexOf("charts/eval_return")
                    lines.drop(1).mapNotNull { it.split(",")[column].toDoubleOrNull() }
                }
            told["return_mean"].asDouble shouldBe (evaluations.max() plusOrMinus 1e-6)
        }

        test("eval speaks to people by the names of results") {
            val said = command("eval", "${pendulum.directory}", "--episodes", "3")
            said.out.lines().first() shouldBe "3 deterministic episodes, the weights at step 60, seed 0"
            said.out.lines().drop(1).map { it.substringBefore(" ") }.filter { it.isNotEmpty() } shouldContainExactly
                listOf("return_mean", "return_std", "return_min", "return_max", "length")
        }

        test("moments side by side are a PNG, a row for each episode") {
            val file = tempdir().toPath().resolve("strip.png")
            val words = arrayOf("render", "${pendulum.directory}", "--to", "$file", "--episodes", "2")
            command(*words, "--frames=5").let { withClue(it.err) { it.code shouldBe 0 } }
            val strip = ImageIO.read(file.toFile())
            (strip.width to strip.height) shouldBe (5 * 242 + 2 to 2 * 242 + 2)
            command(*words, "--frames").code shouldBe 0
            ImageIO.read(file.toFile()).width shouldBe 8 * 242 + 2
        }

        test("clips are kept while it trains, which changes nothing in it") {
            val folder = tempdir().toPath()
            val script = learning("pendulum(maxEpisodeSteps = 15)")
            val run = trained(folder, script, "--record-every", "25", "--checkpoint-every", "7")
            run.metrics shouldBe pendulum.metrics
            val clips = run.directory.resolve("clips")
            fun names() = clips.listDirectoryEntries().map { it.name }.sorted()
            names() shouldContainExactly listOf("step-000000025.gif", "step-000000050.gif")
            Animation(clips.resolve("step-000000050.gif")).pictures.size shouldBe 16
            val more = command("resume", "${run.directory}", "steps=110", "--record-every", "50")
            withClue(more.err) { more.code shouldBe 0 }
            names() shouldContainExactly listOf(25, 50, 100).map { "step-%09d.gif".format(it) }
        }

        test("a plan keeps clips of how it would play next") {
            val words =
                arrayOf("planning/custom_sin", "episodes=4", "planner.trials=4", "environment.maxEpisodeSteps=6")
            val run = command("run", *words, "--record-every", "2", "--out", tempdir().path)
            withClue(run.err) { run.code shouldBe 0 }
            val clips = run.directory.resolve("clips")
            clips.listDirectoryEntries().map { it.name }.sorted() shouldBe
                listOf("step-000000002.gif", "step-000000004.gif")
            Animation(clips.resolve("step-000000004.gif")).pictures.size shouldBe 7
        }

        test("the jobs of a sweep keep clips too") {
            val script = learning("pendulum(maxEpisodeSteps = 15)")
            val sweep = trained(tempdir().toPath(), script, "-m", "seed=0,1", "--record-every", "50")
            withClue(sweep.err) { sweep.code shouldBe 0 }
            for (job in 0..1) sweep.directory.resolve("$job/clips/step-000000050.gif").exists() shouldBe true
        }

        test("a loaded policy acts as eval does, in the environment's own units") {
            for (more in listOf("", "normalizeObservations = true,")) {
                val run = trained(tempdir().toPath(), learning("pendulum(maxEpisodeSteps = 15)", more))
                val policy = Policy.load(run.directory)
                val wanted = eval(run, "--episodes", "1")["return_mean"].asDouble
                pendulum(maxEpisodeSteps = 15).build().use { played(it, policy::act) } shouldBe
                    (wanted plusOrMinus 1e-4)
                val best = Policy.load(run.directory, true)
                val wantedBest = eval(run, "--episodes", "1", "--best")["return_mean"].asDouble
                pendulum(maxEpisodeSteps = 15).build().use { played(it, best::act) } shouldBe
                    (wantedBest plusOrMinus 1e-4)
            }
        }

        test("a loaded policy draws by its seed, and refuses what is no observation") {
            val policy = Policy.load(pendulum.directory)
            val hanging = doubleArrayOf(-1.0, 0.0, 0.0)
            val draws = (0L until 200).map { policy.actStochastic(hanging, it).single() }
            draws[3] shouldBe policy.actStochastic(hanging, 3).single()
            draws.max() shouldBeGreaterThan 1.0 // of a torque up to 2, where the policy itself has 1
            shouldThrow<IllegalArgumentException> { policy.act(doubleArrayOf(1.0)) }.message shouldBe
                "an observation of this policy has 3 numbers, this one has 1"
        }

        test("what has no policy says what to do instead") {
            val study = tempdir().toPath().resolve("study.exp.kts")
            study.writeText(
                "study(members = mapOf(\"a\" to fit(threeModes(), gaussian(hidden = listOf(4)), reverseKl(), " +
                    "updates = 2, measure = listOf())))"
            )
            val studied = command("run", "$study", "--out", tempdir().path)
            val estimate = tempdir().toPath().resolve("estimate.exp.kts")
            estimate.writeText(
                "estimate(transitions(listOf(normal()), w = listOf(listOf(1.0, 1.0))), samples = listOf(9))"
            )
            val estimated = command("run", "$estimate", "--out", tempdir().path)
            for (verb in listOf("eval", "render")) {
                command(verb, "${fit.directory}").let {
                    it.code shouldBe 1
                    it.err shouldContain "is a fit, which has no environment to play in"
                    it.err shouldContain "./hydrangea status "
                }
                command(verb, "${estimated.directory}").err shouldContain "is an estimate, which has no policy"
                command(verb, "${studied.directory}").err shouldContain "is a study, which keeps no policy"
                command(verb, "${pendulum.directory.parent.parent}").err shouldContain "./hydrangea $verb "
                command(verb, "nowhere").let {
                    (it.err to it.code) shouldBe ("there is no run directory nowhere\n" to 1)
                }
            }
        }

        test("what is seen nowhere is refused before anything trains") {
            val folder = tempdir().toPath()
            val coin = trained(folder, learning("Coin(true)", declared = COIN), "--record-every", "20")
            coin.code shouldBe 1
            coin.err shouldContain "--record-every keeps clips of an environment, and here is none that can be drawn"
            command("run", "toy/mean_flow", "--record-every", "5", "--out", "$folder").code shouldBe 1
            folder.listDirectoryEntries().filter { it.isDirectory() } shouldBe emptyList()

            val blind = trained(folder, learning("Coin(true)", declared = COIN))
            eval(blind, "--episodes", "5")["length"].asDouble shouldBe 1.0
            val said = command("render", "${blind.directory}")
            said.code shouldBe 1
            said.err shouldContain "has no pictures: there is nothing to render"
            blind.directory.resolve("render").exists() shouldBe false
        }

        test("an environment that this machine does not have says what is missing") {
            val folder = tempdir().toPath()
            val said = trained(folder, learning("Coin(false)", declared = COIN))
            (said.err to said.code) shouldBe ("this environment needs the native library coin for here\n" to 1)
            folder.listDirectoryEntries().filter { it.isDirectory() } shouldBe emptyList()
        }

        test("a checkpoint that is cut is passed over, and where all are, said") {
            val run = trained(tempdir().toPath(), learning("pendulum()"), "--checkpoint-every", "30")
            cut(checkpoints(run).last())
            val said = command("eval", "${run.directory}", "--episodes", "1")
            withClue(said.err) { said.code shouldBe 0 }
            said.err shouldContain "arrays.safetensors is cut or was altered; using the one before"
            checkpoints(run).forEach(::cut)
            shouldThrow<UsageError> { Policy.load(run.directory) }.message shouldContain "./hydrangea rerun "
            for (words in listOf(listOf("eval"), listOf("render"), listOf("resume", "steps=80"))) {
                val all = command(words.first(), "${run.directory}", *words.drop(1).toTypedArray())
                all.code shouldBe 1
                all.err shouldContain "holds no checkpoint that can be read"
                all.err shouldContain "to train anew, say: ./hydrangea rerun ${run.directory}\n"
            }
            checkpoints(run).forEach { it.toFile().deleteRecursively() }
            command("eval", "${run.directory}").err shouldContain
                "has no checkpoint: let it train, say: ./hydrangea resume "
        }

        test("a checkpoint of another actor or another environment is not played") {
            val script = learning("pendulum()")
            for ((was, becomes, told) in
                listOf(
                    Triple(
                        "gaussian(hidden = listOf(8))",
                        "gaussian(hidden = listOf(9))",
                        "training.actor.weights.value",
                    ),
                    Triple("pendulum()", "planarArm()", "training.actor.weights.value"),
                )) {
                val run = trained(tempdir().toPath(), script)
                val copy = run.directory.resolve("script/small.exp.kts")
                copy.writeText(copy.readText().replace(was, becomes))
                val said = command("eval", "${run.directory}")
                withClue(said.err) { said.code shouldBe 1 }
                said.err shouldContain "is of another shape: $told does not fit this experiment"
                said.err shouldContain "undo that, or train anew, say: ./hydrangea rerun ${run.directory}\n"
                shouldThrow<RuntimeException> { Policy.load(run.directory) }.message shouldContain "of another shape"
            }
        }

        test("files that cannot be, and a window without a display, are refused") {
            val run = "${pendulum.directory}"
            for ((words, told) in
                listOf(
                    listOf("--to", "x.webm") to "--to x.webm: the name must end in .gif, .mp4 or .png\n",
                    listOf("--to", "x.gif", "--frames") to
                        "--to x.gif: moments side by side, as --frames wants them, are a .png\n",
                    listOf("--window", "--frames") to
                        "--window leaves no file: say it without --to and --frames, or leave it out\n",
                )) {
                val said = command("render", run, *words.toTypedArray())
                (said.err to said.code) shouldBe (told to 1)
            }
            val unseen = command("render", run, "--window") // Java has been told by now that there is no display
            unseen.code shouldBe 1
            unseen.err shouldContain "there is no display for a window here"
            val nowhere = command("render", run, "--to", "/nowhere/x.gif")
            nowhere.code shouldBe 4
            nowhere.err shouldContain "cannot write /nowhere/x.gif: "
        }

        test("where no evaluation was made, none is the best") {
            val run = trained(tempdir().toPath(), learning("pendulum()"), "evaluation.every=1000000")
            val said = command("eval", "${run.directory}", "--best")
            said.code shouldBe 1
            said.err shouldContain "has made no evaluation yet, so none is the best: leave --best out"
        }

        test("where the last evaluation is the only one, the last weights are the best") {
            val run = trained(tempdir().toPath(), learning("pendulum()"), "evaluation.every=0")
            eval(run, "--best", "--episodes", "2")["return_mean"] shouldBe eval(run, "--episodes", "2")["return_mean"]
        }

        test("another device is refused with what it takes") {
            val said = command("run", "toy/mean_flow", "--device", "cuda", "--out", tempdir().path)
            said.code shouldBe 1
            said.err shouldContain "--device cuda: this build computes on the cpu only"
            said.err shouldContain "ai.djl.pytorch:pytorch-native-cu128"
        }
    })

private fun hash(picture: java.awt.image.BufferedImage) =
    picture.getRGB(0, 0, picture.width, picture.height, null, 0, picture.width).contentHashCode()
