package hydrangea.runner.run

import hydrangea.models.Matrix
import hydrangea.models.Store
import hydrangea.models.figure.Bounds
import hydrangea.models.figure.Figure
import hydrangea.models.figure.Layer
import hydrangea.models.training.Training
import hydrangea.runner.script.Source
import java.nio.file.Path
import java.time.Instant

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
        resumed,
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
