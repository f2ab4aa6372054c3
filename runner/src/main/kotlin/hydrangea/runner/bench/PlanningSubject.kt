package hydrangea.runner.bench

import hydrangea.dsl.allOnes
import hydrangea.dsl.customSin
import hydrangea.dsl.customSinMdp
import hydrangea.dsl.groundTruth
import hydrangea.dsl.learnedModel
import hydrangea.dsl.linearDynamicalSystem
import hydrangea.dsl.plan
import hydrangea.dsl.randomShooting
import hydrangea.models.Seeds
import hydrangea.runner.Deaf
import hydrangea.runner.run.fingerprint
import kotlin.math.exp

/**
 * An episode of each method of `planning/compare`. The floor is the bare loop of one thread: a random number for every
 * draw, its place between two of a table, and the reward there; normal numbers for the linear system.
 */
internal class PlanningSubject : Subject {
    private val trainings =
        listOf(groundTruth(), learnedModel(families = listOf(customSin())), linearDynamicalSystem()).map {
            plan(customSinMdp(), it, randomShooting(LOOKAHEAD, TRIALS, allOnes), episodes = FOREVER).start()
        }
    private val random = Seeds(0).generator()
    private val table = DoubleArray(PLACES + 1) { -3 + 6.0 * it / PLACES }
    private var earned = 0.0

    override fun update() = trainings.forEach { it.advance(Deaf) }

    override fun floor() {
        repeat(2 * DRAWS) {
            val place = random.nextDouble() * PLACES
            val at = place.toInt()
            earned += reward(table[at] + (place - at) * (table[at + 1] - table[at]))
        }
        repeat(DRAWS) { earned += reward(random.nextGaussian()) }
    }

    private fun reward(s: Double) = exp(-10 * (s - RIGHT) * (s - RIGHT)) + exp(-10 * (s - LEFT) * (s - LEFT))

    override fun fingerprint() = trainings.joinToString { fingerprint(it) }

    override fun close() = trainings.forEach { it.close() }

    private companion object {
        const val LOOKAHEAD = 5
        const val TRIALS = 100

        /** Of an episode of ten steps: the first reward of a trial needs none. */
        const val DRAWS = 10 * 2 * TRIALS * (LOOKAHEAD - 1)
        const val PLACES = 2048
        const val RIGHT = Math.PI / 8
        const val LEFT = -3 * RIGHT
    }
}
