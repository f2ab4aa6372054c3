package hydrangea.runner.film

import hydrangea.models.rollout.Film
import hydrangea.runner.UsageError
import hydrangea.runner.run.UnwritableFile
import hydrangea.runner.run.replace
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import javax.imageio.ImageIO
import kotlin.io.path.deleteIfExists
import kotlin.io.path.name

/** A form in which a file shows episodes. */
internal sealed interface Form {
    /** What such a file's name ends in. */
    val ending: String

    /** Writes [file], aside and then renamed; an [UnwritableFile] or a [UsageError] says why not. */
    fun write(films: List<Film>, file: Path)

    /** Moves, for ever. */
    data object Animation : Form {
        override val ending = ".gif"

        override fun write(films: List<Film>, file: Path) = replace(file) { Gif(Reel(films, Gif.MOST)).write(it) }
    }

    /** Moves once. */
    data object Movie : Form {
        override val ending = ".mp4"

        override fun write(films: List<Film>, file: Path) {
            val rate = films.first().pace.picturesPerSecond
            val aside = file.resolveSibling(".${file.fileName}.tmp")
            try {
                Video(Reel(films, rate), rate).write(aside)
                Files.move(aside, file, ATOMIC_MOVE, REPLACE_EXISTING)
            } catch (e: IOException) {
                throw UnwritableFile(file, e)
            } finally {
                aside.deleteIfExists()
            }
        }
    }

    /** Stands still: [count] moments side by side. */
    data class Moments(private val count: Int) : Form {
        override val ending = ".png"

        /** First in memory: ImageIO has no word for a full disk. */
        override fun write(films: List<Film>, file: Path) {
            val bytes = ByteArrayOutputStream().also { ImageIO.write(strip(films, count), "png", it) }
            replace(file, bytes.toByteArray())
        }
    }

    companion object {
        /** How many moments a picture has where nobody says. */
        const val MOMENTS = 8

        /** What the name of [file] says, and whether [moments] were asked for. */
        fun of(file: Path?, moments: Int?): Form {
            val form =
                when {
                    file == null -> if (moments == null) Animation else Moments(moments)
                    file.name.endsWith(".gif") -> Animation
                    file.name.endsWith(".mp4") -> Movie
                    file.name.endsWith(".png") -> Moments(moments ?: MOMENTS)
                    else -> throw UsageError("--to $file: the name must end in .gif, .mp4 or .png")
                }
            if (moments != null && form !is Moments)
                throw UsageError("--to $file: moments side by side, as --frames wants them, are a .png")
            return form
        }
    }
}
