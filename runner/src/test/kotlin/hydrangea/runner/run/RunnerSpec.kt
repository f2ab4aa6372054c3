package hydrangea.runner.run

import com.github.ajalt.mordant.rendering.AnsiLevel
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.terminal.TerminalRecorder
import hydrangea.models.training.NonFiniteLoss
import hydrangea.runner.UsageError
import hydrangea.runner.script.Source
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldBeEmpty
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldEndWith
import io.kotest.matchers.string.shouldNotContain
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readLines
import kotlin.io.path.readText

class RunnerSpec :
    FunSpec({
        test("a run that finishes leaves a whole directory and the results") {
            val training = Counting(3) { if (it == 2L) figure("curve", CURVE) }
            val run = ran(tempdir().toPath(), training)
            run.exitCode shouldBe 0
            run.err.shouldBeEmpty()
            run.out shouldContain "answer  42\n"
            run.directory.listDirectoryEntries().map { it.name }.sorted() shouldContainExactly
                listOf(
                    ".lock",
                    "checkpoint",
                    "config.yaml",
                    eventFiles(run.directory).single().name,
                    "metrics.csv",
                    "plots",
                    "run.json",
                    "run.log",
                    "script",
                    "status.json",
                )
            run.directory.resolve("config.yaml").readText() shouldBe "of: 3\n"
            run.directory.resolve("script/count.exp.kts").readText() shouldBe "count(3)\n"
            run.directory.resolve("plots").listDirectoryEntries().map { it.name }.toSet() shouldBe
                setOf("curve.svg", "curve.png")
            run.losses() shouldContainExactly listOf("1", "0.5", "0.3333333333333333")
            run.count() shouldBe 3
            training.closed shouldBe true
        }

        test("run.json says what ran, how long and what came out") {
            val run =
                ran(tempdir().toPath(), Counting(3, { mapOf("a" to 0.5, "b" to Double.NaN, "c" to listOf("x", 1.0)) }))
            run.record["status"].asString shouldBe "finished"
            run.record["seed"].asLong shouldBe 7
            run.record["threads"].asInt shouldBe 1
            run.record["updates"].asLong shouldBe 3
            run.record["wallSeconds"].asDouble shouldBeGreaterThan 0.0
            run.record["updatesPerSecond"].asDouble shouldBeGreaterThan 0.0
            run.record["results"].toString() shouldBe """{"a":0.5,"b":"NaN","c":["x",1.0]}"""
            run.record["exitReason"].asString shouldBe "finished"
            // printf 'count(3)\n' | sha256sum
            run.record["script"].asJsonObject["sha256"].asString shouldBe SCRIPT_SHA256
            run.record["versions"].asJsonObject["djl"].asString shouldBe "0.35.1"
            run.status["status"].asString shouldBe "finished"
            run.status["step"].asLong shouldBe 3
        }

        test("a loss that is no number is divergence: exit 3, and the good checkpoint before it is kept") {
            val training = Counting(9) { if (it == 4L) throw NonFiniteLoss("count", 4, Double.NaN) }
            val run = ran(tempdir().toPath(), job(training, Period.Updates(2)))
            run.exitCode shouldBe 3
            run.err shouldBe "diverged: the loss was NaN at update 4 of phase count\n"
            run.record["status"].asString shouldBe "diverged"
            run.record["exitReason"].asString shouldContain "NaN at update 4"
            run.record["results"].asJsonObject.size() shouldBe 0
            run.losses() shouldContainExactly listOf("1", "0.5", "0.3333333333333333", "0.25")
            run.count() shouldBe 2
        }

        test("any other exception is a failure: exit 4, one line on stderr, the trace in the log") {
            val training = Counting(9) { if (it == 2L) error("a bug") }
            val run = ran(tempdir().toPath(), training)
            run.exitCode shouldBe 4
            run.err shouldBe
                "failed: java.lang.IllegalStateException: a bug (the trace is in ${run.directory.resolve("run.log")})\n"
            run.directory.resolve("run.log").readText() shouldContain "at hydrangea.runner.run.RunnerSpec"
            run.record["status"].asString shouldBe "failed"
            run.record["updates"].asLong shouldBe 1
            run.losses() shouldContainExactly listOf("1", "0.5")
            run.directory.resolve("checkpoint").exists() shouldBe false
            training.closed shouldBe true
        }

        test("a failing start is a failure with a record, a refusing one leaves nothing") {
            val out = tempdir().toPath()
            val broken = Job("x", Source(Path("x.exp.kts"), ""), emptyList(), "", 0, 1, SELDOM) { error("no engine") }
            ran(out, broken).record["exitReason"].asString shouldContain "no engine"

            val empty = tempdir().toPath()
            val refused =
                Job("x", Source(Path("x.exp.kts"), ""), emptyList(), "", 0, 1, SELDOM) {
                    throw UsageError("no such pair")
                }
            shouldThrow<UsageError> { ran(empty.resolve("runs"), refused) }.message shouldBe "no such pair"
            empty.listDirectoryEntries().shouldBeEmpty()
        }

        test("a usage error in the midst of training is a failure like any other") {
            val run = ran(tempdir().toPath(), Counting(9) { throw UsageError("too late") })
            run.exitCode shouldBe 4
        }

        test("an interruption ends after the update, with checkpoint, results and the signal's exit code") {
            for (code in listOf(130, 143)) {
                val training = Counting(1_000_000)
                val run = ran(tempdir().toPath(), training) { code.takeIf { training.count == 5L } }
                run.exitCode shouldBe code
                run.record["status"].asString shouldBe "cancelled"
                run.record["exitCode"].asInt shouldBe code
                run.record["results"].asJsonObject["answer"].asDouble shouldBe 42.0
                run.count() shouldBe 5
                run.losses().size shouldBe 5
                run.err shouldBe
                    (if (code == 130) "interrupted (Ctrl-C)" else "terminated") +
                        " at update 5 of 1000000 of phase count; to go on, say: ./hydrangea resume ${run.directory}\n"
            }
        }

        test("results that fail make a finished run a failed one, with its checkpoint kept") {
            val run = ran(tempdir().toPath(), Counting(2, { throw IOException("No space left on device") }))
            run.exitCode shouldBe 4
            run.err shouldContain "failed: No space left on device"
            run.count() shouldBe 2
        }

        test("a disk that fills up fails the run, and what was written before is intact") {
            val training =
                Counting(9) { step ->
                    if (step == 3L) throw UnwritableFile(Path("metrics.csv"), IOException("No space left on device"))
                }
            val run = ran(tempdir().toPath(), training)
            run.exitCode shouldBe 4
            run.err shouldContain "failed: cannot write metrics.csv: No space left on device"
            run.losses() shouldContainExactly listOf("1", "0.5", "0.3333333333333333")
        }

        test("metrics of one step share a row") {
            val run = ran(tempdir().toPath(), Counting(2) { metrics("count", it, mapOf("w1" to 2.0 * it)) })
            run.directory.resolve("metrics.csv").readLines().map {
                it.substringBeforeLast(',').substringBeforeLast(',')
            } shouldContainExactly listOf("step,phase,loss,w1", "1,count,1,2", "2,count,0.5,4")
        }

        test("TensorBoard has the rows of metrics.csv, and their speed") {
            val run =
                ran(
                    tempdir().toPath(),
                    Counting(4) {
                        if (it % 2 == 0L) metrics("count", it, mapOf("w1" to it / 3.0))
                        metrics("other", it, mapOf("w1" to -0.0))
                    },
                )
            val rows = run.directory.resolve("metrics.csv").readLines().map { it.split(",") }
            val names = rows.first().drop(2).dropLast(2)
            val events = eventRows(run.directory)
            events.map { event -> event.step to event.values.filterKeys { !it.endsWith("SPS") } } shouldContainExactly
                rows.drop(1).map { row ->
                    val cells = names.zip(row.drop(2)).filter { (_, cell) -> cell.isNotEmpty() }
                    row[0].toLong() to cells.associate { (name, cell) -> tag(row[1], name) to cell.toFloat() }
                }
            events.map { "%.1f".format(it.values.entries.single { (tag) -> tag.endsWith("SPS") }.value) } shouldBe
                rows.drop(1).map { it.last() }
        }

        test("a row is written once, also where the next one cannot be written") {
            val run = ran(tempdir().toPath(), Counting(9) { metrics("bad", it, mapOf("seconds" to 1.0)) })
            run.exitCode shouldBe 4
            run.losses() shouldContainExactly listOf("1")
            eventRows(run.directory).map { it.step } shouldContainExactly listOf(1)
        }

        test("without a terminal there is a plain line every few seconds, and at the end the directory") {
            val run = ran(tempdir().toPath(), Counting(20))
            val lines = run.out.lines().filter { it.isNotEmpty() }
            lines.first() shouldContain
                Regex("""^count {2}\d+/20 {2}\d+ % {2}[0-9.]+ updates/s {2}loss [0-9.]+ {2}ETA \d+:\d\d$""")
            run.out shouldNotContain "\u001b"
            run.out shouldEndWith "run directory: ${run.directory}\n"
        }

        test("a terminal has a bar that is gone in the end") {
            val recorder = TerminalRecorder(AnsiLevel.ANSI16, width = 100)
            Runner(Terminal(terminalInterface = recorder), TickingWatch()) { null }
                .run(job(Counting(20)), tempdir().toPath())
            for (part in listOf("count", "━", "/20", "updates/s", "loss 0.", "ETA 0:")) recorder.stdout() shouldContain
                part
            val screen = recorder.stdout().substringAfterLast("\u001b[0J")
            screen.lines().first() shouldBe "answer  42"
        }

        test("equal runs leave equal metrics but for the columns of time") {
            val out = tempdir().toPath()
            val rows =
                List(2) {
                    ran(out, Counting(4)).directory.resolve("metrics.csv").readLines().map { line ->
                        line.split(",").dropLast(2)
                    }
                }
            rows[0] shouldBe rows[1]
        }

        test("copies of imports lie to one another as the originals do") {
            val script = Source(Path("/a/toy/x.exp.kts"), "x")
            val imported = Source(Path("/a/common/y.exp.kts"), "y")
            val job = Job("x", script, listOf(imported), "", 0, 1, SELDOM) { Counting(1) }
            val copies = ran(tempdir().toPath(), job).directory.resolve("script")
            copies.resolve("toy/x.exp.kts").readText() shouldBe "x"
            copies.resolve("common/y.exp.kts").readText() shouldBe "y"
        }
    })

private const val SCRIPT_SHA256 = "f05e962d3a5ce7226af1c0eb6fced8b95d1258c35772723f340d46ce44a12dc7"
