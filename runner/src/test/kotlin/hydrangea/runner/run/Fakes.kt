package hydrangea.runner.run

import com.github.ajalt.mordant.rendering.AnsiLevel
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.terminal.TerminalRecorder
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import hydrangea.models.Matrix
import hydrangea.models.Store
import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Figure
import hydrangea.models.figure.Layer
import hydrangea.models.training.Training
import hydrangea.runner.script.Source
import java.nio.file.Path
import java.time.Instant
import kotlin.io.path.Path
import kotlin.io.path.readLines
import kotlin.io.path.readText

/** Counts to [of]; [then] may do anything after an update. */
internal class Counting(
    private val of: Long,
    private val results: () -> Map<String, Any> = { mapOf("answer" to 42.0) },
    private val then: Training.Output.(Long) -> Unit = {},
) : Training {
    var count = 0L
    var closed = false
    private val weights = FloatArray(3) { it + 0.5f }

    override fun progress() = Training.Progress("count", count, of, count.toDouble() / of)

    override fun advance(out: Training.Output) {
        count++
        weights[0] = count.toFloat()
        out.metrics("count", count, mapOf("loss" to 1.0 / count))
        out.then(count)
    }

    override fun results(out: Training.Output) = results()

    override fun settled() = listOf("seed")

    override fun exchange(store: Store) {
        count = store.number("count", count)
        store.array("weights", weights)
    }

    override fun close() {
        closed = true
    }
}

internal val SELDOM = Period.Seconds(1e9)

internal fun job(training: Training, every: Period = SELDOM, resumed: Resumed? = null) =
    Job(
        "count",
        Source(Path.of("count.exp.kts"), "count(3)\n"),
        emptyList(),
        "of: 3\n",
        seed = 7,
        threads = 1,
        every,
        resumed = resumed,
    ) {
        training
    }

/** A second passes with every question. */
internal class TickingWatch : Watch {
    private var ticks = 0

    override fun now(): Instant = Instant.parse("2026-07-01T10:20:30Z")

    override fun seconds() = (ticks++).toDouble()
}

internal val CURVE: Figure =
    Figure.Chart(
        "curve",
        "x",
        "y",
        Bounds.Fit(),
        listOf(Layer.Curve("loss", Matrix(2, 2, doubleArrayOf(0.0, 1.0, 1.0, 0.5)))),
    )

/** What one run left behind and said. */
internal class Ran(val exitCode: Int, val directory: Path, val out: String, val err: String) {
    val record: JsonObject = JsonParser.parseString(directory.resolve("run.json").readText()).asJsonObject
    val status: JsonObject = JsonParser.parseString(directory.resolve("status.json").readText()).asJsonObject

    fun losses() = directory.resolve("metrics.csv").readLines().drop(1).map { it.split(",")[2] }

    fun count(): Long = Counting(1).also(::restore).count

    /** Puts its newest checkpoint back into [training]. */
    fun restore(training: Training): Tally {
        val state = RunState(Tally(), training)
        Checkpoints(directory.resolve("checkpoint")).restore(state) { error(it) }
        return state.tally
    }
}

internal fun ran(out: Path, training: Training, interruption: Interruption = Interruption { null }) =
    ran(out, job(training), interruption)

internal fun ran(out: Path, job: Job, interruption: Interruption = Interruption { null }): Ran {
    val recorder = TerminalRecorder(AnsiLevel.NONE, outputInteractive = false, inputInteractive = false)
    val runner = Runner(Terminal(terminalInterface = recorder), TickingWatch(), interruption)
    val code = if (job.resumed == null) runner.run(job, out) else RunDirectory.open(out).use { runner.run(job, it) }
    val directory = recorder.stdout().lines().last { it.isNotEmpty() }.removePrefix("run directory: ")
    return Ran(code, Path(directory), recorder.stdout(), recorder.stderr())
}
