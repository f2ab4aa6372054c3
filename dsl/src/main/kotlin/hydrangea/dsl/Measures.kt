@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.measure.Divergence
import hydrangea.models.measure.Measure
import hydrangea.models.measure.Modes
import hydrangea.models.measure.SamplePlot
import hydrangea.models.measure.Wasserstein

/** Shares and spreads of the target's modes among the actor's samples; see [Modes]. */
fun modes(samples: Int = 20_000, every: Int = 0): Measure = Modes(samples, every)

/** The exact Wasserstein distance to the target; see [Wasserstein]. */
fun wasserstein(samples: Int = 2_000, every: Int = 0): Measure = Wasserstein(samples, every)

/** Reverse KL divergence and entropy of an actor that can tell; see [Divergence]. */
fun divergence(samples: Int = 65_536, every: Int = 0): Measure = Divergence(samples, every)

/** Pictures of samples over the target's density; see [SamplePlot]. */
fun samplePlot(samples: Int = 1_000, every: Int = 0, at: List<Int> = listOf(), window: Double = 1.0): Measure =
    SamplePlot(samples, every, at, window)
