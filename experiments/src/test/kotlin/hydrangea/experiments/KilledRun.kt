package hydrangea.experiments

import hydrangea.runner.ExitCode
import io.kotest.assertions.withClue
import io.kotest.matchers.ints.shouldBeGreaterThanOrEqual
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.readLines
import kotlin.random.Random

/** A kind of experiment to kill: a script, and how to make it small; UPDATES stands for their number. */
class Victim(val name: String, val script: String, private val overrides: List<String>) {
    fun run(out: Path, updates: Int) =
        listOf("run", script, "--out", "$out") + overrides.map { it.replace("UPDATES", "$updates") }

    override fun toString() = name

    companion object {
        private fun small(prefix: String = "") =
            listOf(
                    "updates=UPDATES",
                    "batch=16",
                    "actor.hidden=[16,16]",
                    "logEvery=$LOG_EVERY",
                    "measure=[modes(samples=50,every=1000),samplePlot(samples=50,every=1500)]",
                )
                .map { prefix + it }

        private fun learning() =
            listOf(
                "steps=UPDATES",
                "batch=16",
                "warmUp=60",
                "environments=2",
                "updatesPerStep=0.5",
                "replay=700",
                "saveReplay=true",
                "actor.hidden=[16,16]",
                "objective.critic.hidden=[16,16]",
                "evaluation=evaluation(every=400,episodes=1,finalEpisodes=3)",
                "logEvery=$LOG_EVERY",
            )

        val ALL =
            listOf(
                Victim("fit, gaussian", "toy/gaussian_reverse_kl", small()),
                Victim("fit, meanFlow with an average", "toy/mean_flow", small() + "ema=0.99"),
                Victim(
                    "study of both",
                    "toy/compare",
                    small("members.gaussian.") + small("members.meanFlow.") + "members.meanFlow.ema=0.99",
                ),
                Victim("learn, with its replay", "control/pendulum_sac", learning()),
                Victim("learn, on the moon", "lander/continuous_sac", learning()),
            )
    }
}

/**
 * Runs [victim] in processes of its own, each killed at a random row of its metrics, with a checkpoint so often that
 * some are killed while they write it.
 */
class KilledRun(
    private val victim: Victim,
    private val updates: Int,
    private val out: Path,
    private val seed: Long = System.nanoTime(),
) {
    private val random = Random(seed)
    private val log = out.resolve("child.log").toFile()
    private val directory: Path?
        get() = out.resolve(victim.script).takeIf { it.exists() }?.listDirectoryEntries()?.singleOrNull()

    /** Kills it so many times, or most of them where it is quicker than that. */
    fun kill(times: Int): KilledRun = apply {
        val kills = (1..times).takeWhile { killed(1 + random.nextInt(updates / LOG_EVERY / (times + 1))) }.size
        withClue("seed $seed\n${log.readText()}") { kills shouldBeGreaterThanOrEqual (times + 1) / 2 }
    }

    /** Whether it was still at work so many rows later. */
    private fun killed(more: Int): Boolean {
        val process = ProcessBuilder(child()).redirectErrorStream(true).redirectOutput(appending).start()
        val enough = rows() + more
        while (process.isAlive && rows() < enough) Thread.sleep(random.nextLong(1, 10))
        process.destroyForcibly()
        val code = process.waitFor()
        withClue("seed $seed\n${log.readText()}") { (code in listOf(ExitCode.SUCCESS, KILLED)) shouldBe true }
        return code == KILLED
    }

    private val appending = ProcessBuilder.Redirect.appendTo(log)

    private fun child(): List<String> {
        val run = directory?.takeIf { it.resolve("run.json").exists() }
        val words = run?.let { listOf("resume", "$it") } ?: victim.run(out, updates)
        return JAVA + words + listOf("--checkpoint-every", "70")
    }

    private fun rows() = directory?.resolve("metrics.csv")?.takeIf { it.exists() }?.readLines()?.size ?: 0

    /** Resumes it to its end, which has to be that of a run in one go. */
    fun shouldEndLike(whole: Said) {
        val end = command("resume", "${checkNotNull(directory)}")
        withClue("seed $seed\n${log.readText()}\n${end.err}") {
            end.code shouldBe ExitCode.SUCCESS
            end.metrics shouldBe whole.metrics
            end.settled shouldBe whole.settled
            end.file("config.yaml") shouldBe whole.file("config.yaml")
            plots(end) shouldBe plots(whole)
        }
    }

    /** Every picture, but of one that has the clock on an axis only that it is there. */
    private fun plots(run: Said) =
        run.directory.resolve("plots").listDirectoryEntries("*.png").associate {
            it.name to if (it.name == "efficiency.png") 0 else it.readBytes().contentHashCode()
        }

    private companion object {
        /** 128 and the number of SIGKILL. */
        const val KILLED = 137
    }
}

private val PASSED_ON = listOf("ai.djl.offline", "ai.djl.pytorch.num_interop_threads", "java.awt.headless")

/** Begins a command line of a process of its own. */
internal val JAVA =
    listOf(Path.of(System.getProperty("java.home"), "bin", "java").toString()) +
        PASSED_ON.map { "-D$it=${System.getProperty(it)}" } +
        PLACES.map { (name, place) -> "-D$name=$place" } +
        listOf("-cp", System.getProperty("java.class.path"), "hydrangea.runner.MainKt")

private const val LOG_EVERY = 50
