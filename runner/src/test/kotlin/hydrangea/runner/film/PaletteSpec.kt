package hydrangea.runner.film

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import java.awt.image.BufferedImage

private const val WHITE = 0xffffff
private const val GREY = 0xe6e6e6

class PaletteSpec :
    FunSpec({
        /** Two areas whose colours are close, and a pixel of each of very many others. */
        val picture =
            BufferedImage(100, 200, BufferedImage.TYPE_INT_RGB).apply {
                for (y in 0 until height) for (x in 0 until width) {
                    val rest = (y - 100) * width + x
                    setRGB(x, y, if (y < 50) WHITE else if (y < 100) GREY else rest * 1_677 and WHITE)
                }
            }

        test("areas keep their colours where there are more colours than a palette has") {
            val palette = Palette.of(sequenceOf(picture))
            for (colour in listOf(WHITE, GREY)) palette.colour(palette.index(colour).toInt()) shouldBe colour
        }

        test("every other colour becomes one nearby, and never the index of what stays as it was") {
            val palette = Palette.of(sequenceOf(picture))
            for (colour in pixels(picture).distinct()) {
                val index = palette.index(colour)
                index shouldNotBe Palette.UNCHANGED
                val near = palette.colour(index.toInt() and 0xff)
                val apart = listOf(16, 8, 0).map { (colour shr it and 0xff) - (near shr it and 0xff) }
                apart.sumOf { it * it } shouldBeLessThan 3 * 64 * 64 // two leading bits are as many as may be
            }
        }

        test("few colours are all kept") {
            val few = BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB)
            for (i in 0 until 200) few.setRGB(i % 16, i / 16, 0x10203 * i and WHITE)
            val palette = Palette.of(sequenceOf(few))
            for (colour in pixels(few).distinct()) palette.colour(palette.index(colour).toInt() and 0xff) shouldBe
                colour
        }
    })
