package hydrangea.runner.film

import hydrangea.models.rollout.Film
import java.awt.image.BufferedImage

/** A picture, and how long it stays, in hundredths of a second. */
internal class Shot(val hundredths: Int, private val drawn: () -> BufferedImage) {
    fun picture() = drawn()
}

/**
 * Episodes one after another, as pictures at up to [most] a second; the end of each stays for a moment. Where an
 * environment has more, some are left out: its time is kept.
 */
internal class Reel(films: List<Film>, most: Int) {
    val width = films.maxOf { it.view.width }
    val height = films.maxOf { it.view.height }
    val shots: List<Shot> = films.flatMap { shots(it, most) }

    val pictures: Sequence<BufferedImage>
        get() = shots.asSequence().map { it.picture() }

    private fun shots(film: Film, most: Int): List<Shot> {
        val rate = film.pace.picturesPerSecond
        val last = film.size - 1
        val shown = (0 until last step (rate + most - 1) / most) + last
        val ends = shown.drop(1).map { it * SECOND / rate } // rounded as a whole: the errors do not add up
        val stays = ends.zip(listOf(0) + ends) { end, begin -> end - begin } + SECOND
        return shown.zip(stays) { index, stay -> Shot(stay) { film.picture(index) } }
    }

    companion object {
        /** In hundredths; how long an end stays, too. */
        const val SECOND = 100
    }
}
