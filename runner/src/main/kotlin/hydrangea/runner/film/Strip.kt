package hydrangea.runner.film

import hydrangea.models.rollout.Film
import java.awt.Color
import java.awt.Image
import java.awt.image.BufferedImage
import kotlin.math.min
import kotlin.math.roundToInt

/** [count] moments of each episode side by side, the first and the last among them: a row for every episode. */
internal fun strip(films: List<Film>, count: Int): BufferedImage {
    val scale = min(1.0, WIDEST / films.maxOf { it.view.width }.toDouble())
    val width = films.maxOf { (it.view.width * scale).roundToInt() } + GAP
    val height = films.maxOf { (it.view.height * scale).roundToInt() } + GAP
    val strip = BufferedImage(count * width + GAP, films.size * height + GAP, BufferedImage.TYPE_INT_RGB)
    val graphics = strip.createGraphics()
    graphics.color = Color.LIGHT_GRAY
    graphics.fillRect(0, 0, strip.width, strip.height)
    for ((row, film) in films.withIndex()) {
        for (column in 0 until count) {
            val small =
                film
                    .picture(moment(column, count, film.size))
                    .getScaledInstance(width - GAP, height - GAP, Image.SCALE_SMOOTH)
            graphics.drawImage(small, GAP + column * width, GAP + row * height, null)
        }
    }
    graphics.dispose()
    return strip
}

private fun moment(index: Int, count: Int, size: Int) =
    if (count == 1) size - 1 else (index * (size - 1.0) / (count - 1)).roundToInt()

/** Pixels. */
private const val WIDEST = 240
private const val GAP = 2
