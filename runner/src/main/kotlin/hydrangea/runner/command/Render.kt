package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.groups.provideDelegate
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.options.optionalValue
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.path
import com.github.ajalt.clikt.parameters.types.restrictTo
import hydrangea.models.nn.Networks
import hydrangea.models.rollout.Film
import hydrangea.runner.ExitCode
import hydrangea.runner.Project
import hydrangea.runner.UsageError
import hydrangea.runner.film.Form
import hydrangea.runner.film.Reel
import hydrangea.runner.film.Window
import hydrangea.runner.onThisMachine
import hydrangea.runner.run.PastRun
import hydrangea.runner.run.Trained
import hydrangea.runner.run.UnwritableFile
import hydrangea.runner.run.runDirectoryAt
import hydrangea.runner.run.short
import hydrangea.runner.run.stepName
import hydrangea.runner.script.shown
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.createDirectories

/** `hydrangea render DIR`: episodes with what a run has learned, to be looked at. */
class Render : CliktCommand() {
    private val directory by argument("DIR", help = "the directory of a run that learns in an environment").path()
    private val episodes by
        option("--episodes", metavar = "N", help = "how many, one after another (1)")
            .int()
            .restrictTo(1..MOST)
            .default(1)
    private val to by
        option("--to", metavar = "FILE", help = "a .gif, .mp4 (by ffmpeg) or .png (a GIF in DIR/render)").path()
    private val frames by
        option("--frames", metavar = "N", help = "N moments side by side, as a PNG (--frames=${Form.MOMENTS})")
            .int()
            .restrictTo(1..MOST_MOMENTS)
            .optionalValue(Form.MOMENTS, acceptsUnattachedValue = false)
    private val window by option("--window", help = "in a window, over and over until it is closed").flag()
    private val play by PlayOptions()

    override fun help(context: Context) = "Films episodes with a trained policy: an animated GIF, a video or a window."

    override fun run() {
        if (window && (to != null || frames != null))
            throw UsageError("--window leaves no file: say it without --to and --frames, or leave it out")
        if (window) Window.lookForDisplay()
        val form = Form.of(to, frames)
        val past = PastRun(runDirectoryAt(directory, commandName))
        prepareEngine(past.threads)
        val trained = Trained.read(past, Project.ofThisProcess(), Networks.NATIVE, play.best) { echo(it, err = true) }
        val films = onThisMachine { (0 until episodes).map { film(trained, past, it) } }
        if (window) return Window("${past.experiment}, step ${trained.step}", Reel(films, Window.MOST)).play()
        val file = to ?: past.directory.resolve("render").resolve(name(trained) + form.ending)
        write(form, films, file)
        val returns = films.joinToString { short(it.undiscounted) }
        echo("${file.shown()}: return $returns at step ${trained.step}")
    }

    private fun film(trained: Trained, past: PastRun, episode: Int): Film =
        trained.learned.film(play.behaviour(trained.learned), play.starts, episode).orElseThrow {
            UsageError(
                "the environment of ${past.place} has no pictures: there is nothing to render, but eval plays it"
            )
        }

    private fun write(form: Form, films: List<Film>, file: Path) =
        try {
            if (to == null) folder(file.parent)
            form.write(films, file)
        } catch (e: UnwritableFile) {
            throw UsageError("${e.message}", ExitCode.FAILED)
        }

    private fun folder(folder: Path) =
        try {
            folder.createDirectories()
        } catch (e: IOException) {
            throw UnwritableFile(folder, e)
        }

    /** What differs has another name. */
    private fun name(trained: Trained) =
        listOfNotNull(
                stepName(trained.step),
                "best".takeIf { play.best },
                "stochastic".takeIf { play.stochastic },
                "seed${play.seed}".takeIf { play.seed != 0L },
                "${episodes}episodes".takeIf { episodes > 1 },
            )
            .joinToString("-")

    private companion object {
        const val MOST = 10
        const val MOST_MOMENTS = 100
    }
}
