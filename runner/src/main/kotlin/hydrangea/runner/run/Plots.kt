package hydrangea.runner.run

import hydrangea.models.figure.Figure
import hydrangea.runner.plot.svg
import java.nio.file.Path
import java.util.concurrent.ScheduledThreadPoolExecutor
import java.util.concurrent.TimeUnit.MILLISECONDS
import java.util.concurrent.TimeUnit.MINUTES

/**
 * The `plots/` folder: the newest version of every figure, as SVG and PNG.
 *
 * Drawing goes on beside the training, in one quiet thread that rests nine times as long as it works: where figures
 * come faster, only the newest are drawn. It begins after a while, so that a short run draws each but once. [finish]
 * draws what is left.
 */
class Plots(folder: Path, private val log: RunLog, tell: (String) -> Unit) {
    private val pictures = PlotFolder(folder, tell)
    private val waiting = LinkedHashMap<String, Figure>()
    private val painter =
        ScheduledThreadPoolExecutor(1, ::thread).apply { executeExistingDelayedTasksAfterShutdownPolicy = false }
    private var scheduled = false
    private var restUntil = millis() + BEGINNING

    fun offer(name: String, figure: Figure) =
        synchronized(waiting) {
            waiting[name] = figure
            if (!scheduled) {
                scheduled = true
                painter.schedule(::paint, maxOf(0, restUntil - millis()), MILLISECONDS)
            }
        }

    /** What is not on the disk yet. */
    fun waiting(): Map<String, Figure> = synchronized(waiting) { waiting.toMap() }

    /** Draws what still waits, in the calling thread. */
    fun finish() {
        painter.shutdown() // what is being drawn is finished: an interrupted thread could not write
        painter.awaitTermination(1, MINUTES)
        val failures = waiting().mapNotNull { (name, figure) -> runCatching { draw(name, figure) }.exceptionOrNull() }
        failures.firstOrNull()?.let { throw it }
    }

    private fun paint() {
        val start = millis()
        for ((name, figure) in waiting()) {
            try {
                draw(name, figure)
            } catch (e: Exception) {
                log.trace("plot $name", e) // once more at the end
            }
        }
        synchronized(waiting) {
            restUntil = millis() + REST * (millis() - start)
            scheduled = false
        }
    }

    private fun draw(name: String, figure: Figure) {
        pictures.keep(name, svg(figure))
        synchronized(waiting) { if (waiting[name] === figure) waiting -= name }
    }

    private fun thread(work: Runnable) =
        Thread(work, "plots").apply {
            isDaemon = true
            priority = Thread.MIN_PRIORITY
        }

    private fun millis() = System.nanoTime() / 1_000_000

    private companion object {
        const val REST = 9

        /** Milliseconds. */
        const val BEGINNING = 3_000L
    }
}
