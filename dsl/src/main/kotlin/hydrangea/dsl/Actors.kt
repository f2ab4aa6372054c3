@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.actor.ActorSpec
import hydrangea.models.actor.FlowMatchingActor
import hydrangea.models.actor.GaussianActor
import hydrangea.models.actor.MeanFlowActor
import hydrangea.models.nn.Activation
import hydrangea.models.nn.Initializer
import hydrangea.models.nn.TimeEmbedding
import hydrangea.models.ode.OdeSolver

val euler = OdeSolver.EULER
val midpoint = OdeSolver.MIDPOINT
val heun = OdeSolver.HEUN
val rk4 = OdeSolver.RK4

/** The network gives the average velocity u itself. */
val velocity = MeanFlowActor.Form.VELOCITY

/** The network gives g = z - u, which is the action at the end of one jump. */
val residual = MeanFlowActor.Form.RESIDUAL

/** SAC's policy: a = tanh(mean(s) + std(s) e), state-conditioned; see [GaussianActor]. */
fun gaussian(
    hidden: List<Int> = listOf(256, 256, 256),
    activation: Activation = silu,
    squash: Boolean = true,
    logStdMin: Double = -20.0,
    logStdMax: Double = 2.0,
    initializer: Initializer = pyTorch(),
    last: Initializer = lecunNormal(gain = 0.01),
): ActorSpec<GaussianActor> = GaussianActor.Spec(hidden, activation, squash, logStdMin, logStdMax, initializer, last)

/** One jump from noise to an action, with a sigma head when [targetStd] > 0; see [MeanFlowActor]. */
fun meanFlow(
    hidden: List<Int> = listOf(128, 128, 128),
    activation: Activation = gelu,
    targetStd: Double = 0.0,
    form: MeanFlowActor.Form = velocity,
    embedding: TimeEmbedding = sinusoids(),
    steps: Int = 1,
    initializer: Initializer = lecunUniform(),
    last: Initializer = lecunNormal(gain = 0.01),
): ActorSpec<MeanFlowActor> =
    MeanFlowActor.Spec(hidden, activation, targetStd, form, embedding, steps, initializer, last)

/** Noise carried to an action along a velocity field, in many steps; see [FlowMatchingActor]. */
fun flowMatching(
    hidden: List<Int> = listOf(128, 128, 128),
    activation: Activation = gelu,
    embedding: TimeEmbedding = sinusoids(),
    steps: Int = 20,
    solver: OdeSolver = midpoint,
    initializer: Initializer = lecunUniform(),
    last: Initializer = lecunNormal(gain = 0.01),
): ActorSpec<FlowMatchingActor> =
    FlowMatchingActor.Spec(hidden, activation, embedding, steps, solver, initializer, last)
