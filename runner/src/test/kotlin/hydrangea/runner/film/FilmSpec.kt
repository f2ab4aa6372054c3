package hydrangea.runner.film

import hydrangea.envs.picture.Pace
import hydrangea.envs.picture.View
import hydrangea.models.rollout.Film
import hydrangea.runner.UsageError
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.awt.Color
import java.awt.image.BufferedImage
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import javax.imageio.ImageIO
import kotlin.io.path.exists
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** A square that goes to the right over a ramp of [colours] greys. */
private fun square(index: Int, colours: Int = 16): BufferedImage =
    BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB).apply {
        val graphics = createGraphics()
        for (x in 0 until 64) {
            graphics.color = Color(x * (colours - 1) / 63 * 255 / (colours - 1), 90, 40)
            graphics.fillRect(x, 0, 1, 32)
        }
        graphics.color = Color(10, 200, 230)
        graphics.fillRect(index, 5, 8, 8)
        graphics.dispose()
    }

private fun film(size: Int, rate: Int, each: Int = 1, picture: (Int) -> BufferedImage = { square(it) }) =
    Film(View(64, 32, 1.0, 0.0, 0.0), Pace(rate, each), size, 1.5) { picture(it) }

/** What a decoder that knows nothing of ours sees: the pictures one over the other. */
private fun decoded(bytes: ByteArray): List<BufferedImage> {
    val reader = ImageIO.getImageReadersByFormatName("gif").next()
    reader.input = ImageIO.createImageInputStream(ByteArrayInputStream(bytes))
    val seen = BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB)
    return (0 until reader.getNumImages(true)).map { index ->
        val root = reader.getImageMetadata(index).run { getAsTree(nativeMetadataFormatName) }
        val place = root.firstChild.attributes
        val (x, y) = listOf("imageLeftPosition", "imageTopPosition").map { place.getNamedItem(it).nodeValue.toInt() }
        seen.createGraphics().drawImage(reader.read(index), x, y, null)
        BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB).apply { createGraphics().drawImage(seen, 0, 0, null) }
    }
}

private fun gif(film: Film) = ByteArrayOutputStream().also { Gif(Reel(listOf(film), Gif.MOST)).write(it) }.toByteArray()

class FilmSpec :
    FunSpec({
        test("a GIF of few colours shows every picture exactly") {
            val seen = decoded(gif(film(20, 25)))
            seen.size shouldBe 20
            for ((index, picture) in seen.withIndex()) pixels(picture) shouldBe pixels(square(index))
        }

        test("a picture that does not change is kept too, and costs next to nothing") {
            val still = gif(film(40, 25) { square(3) })
            decoded(still).size shouldBe 40
            still.size - gif(film(1, 25) { square(3) }).size shouldBeLessThan 39 * 40
        }

        test("of more colours than a palette has, the nearest are shown, and areas keep theirs") {
            val many = { index: Int ->
                square(index).apply { for (i in 0 until 64 * 20) setRGB(i % 64, 12 + i / 64, i * 0x1037 and 0xffffff) }
            }
            val seen = decoded(gif(film(3, 25, picture = many)))
            val (wanted, shown) = pixels(many(2)) to pixels(seen[2])
            shown[5 * 64 + 3] shouldBe 0x0ac8e6
            for (i in wanted.indices) for (shift in listOf(16, 8, 0)) {
                Math.abs((wanted[i] shr shift and 0xff) - (shown[i] shr shift and 0xff)) shouldBeLessThan 64
            }
        }

        test("time is kept where a GIF cannot show it to the hundredth, or not all pictures") {
            fun stays(rate: Int, size: Int) = Reel(listOf(film(size, rate)), Gif.MOST).shots.map { it.hundredths }
            stays(30, 7) shouldContainExactly listOf(3, 3, 4, 3, 3, 4, 100)
            stays(50, 6) shouldContainExactly listOf(4, 4, 2, 100)
            stays(25, 3) shouldContainExactly listOf(4, 4, 100)
            stays(30, 1) shouldContainExactly listOf(100)
        }

        test("a video is what ffmpeg is given: its size, its speed, every picture, the end for a second") {
            val folder = tempdir().toPath()
            val fake = folder.resolve("ffmpeg")
            fake.writeText("#!/bin/sh\necho \"$@\" >$folder/words\ncat >$folder/pictures\necho made >\"\${@: -1}\"\n")
            fake.writeText(fake.readText().replace("\"\${@: -1}\"", "$folder/film.mp4"))
            fake.toFile().setExecutable(true)
            Video(Reel(listOf(film(7, 30)), 30), 30).write(folder.resolve("film.mp4"), "$folder:/usr/bin:/bin")
            folder.resolve("film.mp4").exists() shouldBe true
            folder.resolve("words").readText() shouldContain "-s 64x32 -r 30 -i -"
            val bytes = folder.resolve("pictures").readBytes()
            val each = 64 * 32 * 3
            bytes.size shouldBe (6 + 30) * each
            val at = 4 * each + (5 * 64 + 4) * 3 // the square's corner in the fifth picture
            bytes.slice(at until at + 3) shouldBe listOf(230, 200, 10).map { it.toByte() }
        }

        test("without ffmpeg, and where it fails, a video is refused with its reason") {
            val folder = tempdir().toPath()
            val reel = Reel(listOf(film(3, 30)), 30)
            shouldThrow<UsageError> { Video(reel, 30).write(folder.resolve("a.mp4"), "$folder") }.message shouldContain
                "ffmpeg, which is not on the PATH: install it"
            val fake = folder.resolve("ffmpeg").apply { writeText("#!/bin/sh\necho 'no such encoder' >&2\nexit 3\n") }
            fake.toFile().setExecutable(true)
            shouldThrow<UsageError> { Video(reel, 30).write(folder.resolve("a.mp4"), "$folder") }.problems shouldBe
                listOf("ffmpeg failed: no such encoder")
        }

        test("a strip has the first and the last moment at its ends") {
            val strip = strip(listOf(film(50, 30)), 5)
            (strip.width to strip.height) shouldBe (5 * 66 + 2 to 34 + 2)
            strip.getRGB(2 + 1, 2 + 6) shouldBe square(0).getRGB(1, 6)
            strip.getRGB(2 + 4 * 66 + 52, 2 + 6) shouldBe square(49).getRGB(52, 6)
        }
    })
