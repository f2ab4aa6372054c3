package hydrangea.runner.film

import java.awt.image.BufferedImage
import java.awt.image.IndexColorModel

/**
 * Colours for a picture that may have 255, and one more index for what stays as it was.
 *
 * What is drawn here has few colours and the ramps between them. The most frequent ones, those of areas, are kept
 * exactly; of the rest, colours that agree in their leading bits, as many as may be, become the most frequent of them.
 */
internal class Palette private constructor(private val colours: List<Int>) {
    private val indices = HashMap<Int, Byte>()

    val model: IndexColorModel =
        IndexColorModel(8, SIZE, channel(RED), channel(GREEN), channel(0), UNCHANGED.toInt() and BYTE)

    /** The colour of an index, as `0xRRGGBB`. */
    fun colour(index: Int): Int = colours.getOrElse(index) { 0 }

    /** The index of the nearest colour. */
    fun index(colour: Int): Byte =
        indices.getOrPut(colour) { colours.indices.minBy { distance(colours[it], colour) }.toByte() }

    private fun distance(one: Int, other: Int): Int =
        listOf(RED, GREEN, 0).sumOf { shift ->
            val apart = (one shr shift and BYTE) - (other shr shift and BYTE)
            apart * apart
        }

    private fun channel(shift: Int) = ByteArray(SIZE) { (colour(it) shr shift).toByte() }

    companion object {
        const val SIZE = 256
        const val UNCHANGED: Byte = -1
        private const val RED = 16
        private const val GREEN = 8
        private const val BYTE = 0xff
        private const val AREAS = 32

        fun of(pictures: Sequence<BufferedImage>): Palette {
            val counts = HashMap<Int, Long>()
            pictures.forEach { count(pixels(it), counts) }
            val frequent = counts.entries.sortedByDescending { it.value }
            val areas = frequent.take(AREAS)
            val ramps = frequent.drop(AREAS)
            val groups = (8 downTo 1).asSequence().map { bits -> ramps.groupBy { leading(it.key, bits) }.values }
            val few = groups.first { it.size < SIZE - AREAS }
            return Palette(areas.map { it.key } + few.map { group -> group.first().key })
        }

        /** Runs of one colour, of which there are far fewer than pixels. */
        private fun count(pixels: IntArray, counts: MutableMap<Int, Long>) {
            var start = 0
            for (i in 1..pixels.size) {
                if (i < pixels.size && pixels[i] == pixels[start]) continue
                counts.merge(pixels[start], (i - start).toLong(), Long::plus)
                start = i
            }
        }

        private fun leading(colour: Int, bits: Int): Int {
            val mask = BYTE shl (8 - bits) and BYTE
            return colour and (mask shl RED or (mask shl GREEN) or mask)
        }
    }
}

/** The pixels of a picture row by row, as `0xRRGGBB`. */
internal fun pixels(picture: BufferedImage): IntArray =
    IntArray(picture.width * picture.height).also { pixels ->
        picture.getRGB(0, 0, picture.width, picture.height, pixels, 0, picture.width)
        for (i in pixels.indices) pixels[i] = pixels[i] and 0xffffff
    }
