package hydrangea.runner.film

import hydrangea.runner.ExitCode
import hydrangea.runner.UsageError
import java.awt.image.BufferedImage
import java.awt.image.DataBufferByte
import java.io.File
import java.io.OutputStream
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.deleteIfExists
import kotlin.io.path.isExecutable
import kotlin.io.path.readLines

/** An MP4, which ffmpeg makes of the pictures as they come through a pipe. */
internal class Video(private val reel: Reel, private val picturesPerSecond: Int) {
    /** Writes [file]; a [UsageError] tells what ffmpeg says where it will not. */
    fun write(file: Path, path: String? = System.getenv("PATH")) {
        val ffmpeg = onPath("ffmpeg", path) ?: throw UsageError(MISSING)
        val words = Files.createTempFile("hydrangea-", ".log")
        try {
            val process =
                ProcessBuilder(command("$ffmpeg", file))
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile())
                    .start()
            val piped = runCatching { process.outputStream.buffered().use(::pictures) }
            val code = process.waitFor()
            if (code != 0) throw UsageError(refusal(words.readLines(), code), ExitCode.FAILED)
            piped.getOrThrow()
        } finally {
            words.deleteIfExists()
        }
    }

    private fun command(ffmpeg: String, file: Path) =
        listOf(ffmpeg, "-hide_banner", "-loglevel", "error", "-y") +
            listOf("-f", "rawvideo", "-pix_fmt", "bgr24", "-s", "${reel.width}x${reel.height}") +
            listOf("-r", "$picturesPerSecond", "-i", "-") +
            // Players want this form of colours, which wants even sizes.
            listOf("-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p") +
            listOf("-movflags", "+faststart", "-f", "mp4", "$file")

    /** A picture that stays is sent as often as its time has pictures. */
    private fun pictures(out: OutputStream) {
        var hundredths = 0
        var sent = 0
        for (shot in reel.shots) {
            val bytes = bytes(shot.picture())
            hundredths += shot.hundredths
            while (sent * Reel.SECOND < hundredths * picturesPerSecond) {
                out.write(bytes)
                sent++
            }
        }
    }

    private fun bytes(picture: BufferedImage): ByteArray {
        val image = BufferedImage(reel.width, reel.height, BufferedImage.TYPE_3BYTE_BGR)
        image.createGraphics().run {
            drawImage(picture, 0, 0, null)
            dispose()
        }
        return (image.raster.dataBuffer as DataBufferByte).data
    }

    private fun refusal(said: List<String>, code: Int) =
        "ffmpeg failed: ${said.lastOrNull { it.isNotBlank() } ?: "exit code $code"}"

    private companion object {
        const val MISSING =
            "a .mp4 is made by ffmpeg, which is not on the PATH: install it (apt install ffmpeg, brew install ffmpeg), " +
                "or say --to FILE.gif"
    }
}

/** The program of that name. */
private fun onPath(name: String, path: String?): Path? =
    path
        .orEmpty()
        .split(File.pathSeparator)
        .filter { it.isNotEmpty() }
        .flatMap { folder -> listOf(name, "$name.exe").map { Path.of(folder, it) } }
        .firstOrNull { it.isExecutable() }
