package hydrangea.runner.run

import com.github.ajalt.mordant.animation.animation
import com.github.ajalt.mordant.rendering.AnsiLevel
import com.github.ajalt.mordant.rendering.TextColors.brightBlue
import com.github.ajalt.mordant.rendering.TextColors.cyan
import com.github.ajalt.mordant.rendering.TextStyles.bold
import com.github.ajalt.mordant.rendering.TextStyles.dim
import com.github.ajalt.mordant.table.horizontalLayout
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.widgets.ProgressBar
import hydrangea.models.training.Training.Progress
import java.util.Locale

internal fun Progress.words() = "update $step of $of of phase $phase"

/** What a progress display shows. */
internal class Standing(
    val progress: Progress,
    val updatesPerSecond: Double,
    val loss: Double?,
    val secondsLeft: Double?,
) {
    val phase: String = progress.phase
    val steps = "%,d/%,d".format(Locale.ROOT, progress.step, progress.of)
    val speed = "${rounded(updatesPerSecond)} updates/s"
    val lossText = loss?.let { "loss %.4g".format(Locale.ROOT, it) } ?: ""
    val eta = secondsLeft?.let { "ETA ${clock(it)}" } ?: ""

    fun line(): String {
        val share = "%.0f %%".format(Locale.ROOT, 100 * progress.done)
        return listOf(phase, steps, share, speed, lossText, eta).filter { it.isNotEmpty() }.joinToString("  ")
    }
}

/** Shows how far a training is: a bar on a terminal, a line every few seconds elsewhere. */
internal class ProgressDisplay(terminal: Terminal, private val watch: Watch) : AutoCloseable {
    private val face = if (live(terminal)) Bar(terminal) else Lines(terminal)
    private var due = watch.seconds() + face.every

    /** Shows [standing] if something is due. */
    fun offer(standing: () -> Standing) {
        if (watch.seconds() < due) return
        due = watch.seconds() + face.every
        face.show(standing())
    }

    override fun close() = face.close()
}

private fun live(terminal: Terminal) = terminal.terminalInfo.run { outputInteractive && ansiLevel != AnsiLevel.NONE }

private sealed interface Face : AutoCloseable {
    /** Seconds from one picture to the next. */
    val every: Double

    fun show(standing: Standing)
}

private class Bar(terminal: Terminal) : Face {
    override val every = 0.1

    private val animation =
        terminal.animation<Standing> {
            horizontalLayout {
                cell(bold(it.phase))
                cell(ProgressBar(total = SHARES, completed = (SHARES * it.progress.done).toLong(), width = WIDTH))
                cell(it.steps)
                cell(cyan(it.speed))
                cell(brightBlue(it.lossText))
                cell(dim(it.eta))
            }
        }

    override fun show(standing: Standing) = animation.update(standing)

    override fun close() = animation.clear()
}

private class Lines(private val terminal: Terminal) : Face {
    override val every = 5.0

    override fun show(standing: Standing) = terminal.rawPrint(standing.line() + "\n")

    override fun close() = Unit
}

private const val SHARES = 1_000L
private const val WIDTH = 20

private fun rounded(speed: Double) = (if (speed < 100) "%.1f" else "%,.0f").format(Locale.ROOT, speed)

/** 0:42, 7:03, 1:00:00. */
internal fun clock(seconds: Double): String {
    val whole = Math.round(seconds)
    val (hours, minutes) = Pair(whole / 3600, whole / 60 % 60)
    return if (hours > 0) "%d:%02d:%02d".format(hours, minutes, whole % 60) else "%d:%02d".format(minutes, whole % 60)
}
