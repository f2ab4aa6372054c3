@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.target.GaussianMixture
import hydrangea.models.target.TargetSpec
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.sin

/** A point. */
fun at(vararg coordinates: Double): List<Double> = coordinates.asList()

/** Round Gaussians at [means]; one of [stds] for each or one for all; no [weights] means equal ones. */
fun gaussianMixture(
    means: List<List<Double>>,
    stds: List<Double>,
    weights: List<Double> = listOf(),
): TargetSpec<GaussianMixture> = GaussianMixture.Spec(means, stds, weights)

/** The three narrow modes of the stochastic MeanFlow toy: std 0.02, weights 1.4, 1.2, 1.0. */
fun threeModes(): TargetSpec<GaussianMixture> =
    gaussianMixture(
        means = listOf(at(0.0, 0.5), at(-0.5, -0.5), at(0.5, -0.5)),
        stds = listOf(0.02),
        weights = listOf(1.4, 1.2, 1.0),
    )

/** [side] by [side] equal Gaussians, [spacing] apart and centred on the origin. */
fun gaussianGrid(side: Int = 4, spacing: Double = 0.5, std: Double = 0.1): TargetSpec<GaussianMixture> {
    val ticks = List(side) { (it - (side - 1) / 2.0) * spacing }
    return gaussianMixture(means = ticks.flatMap { y -> ticks.map { x -> at(x, y) } }, stds = listOf(std))
}

/** [modes] equal Gaussians evenly on a circle about the origin. */
fun ring(modes: Int = 8, radius: Double = 0.75, std: Double = 0.05): TargetSpec<GaussianMixture> =
    gaussianMixture(
        means = List(modes) { at(radius * cos(2 * PI * it / modes), radius * sin(2 * PI * it / modes)) },
        stds = listOf(std),
    )
