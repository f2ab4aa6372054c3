@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.actor.ActorSpec
import hydrangea.models.actor.BaseDistribution
import hydrangea.models.actor.Decoder
import hydrangea.models.actor.FlowActor
import hydrangea.models.actor.FlowMatchingActor
import hydrangea.models.actor.GaussianActor
import hydrangea.models.actor.LatentActor
import hydrangea.models.actor.MeanFlowActor
import hydrangea.models.flow.LogScale
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

/** Couplings that stretch by no more than e: s = tanh(raw). */
val tanhScale = LogScale.TANH

/** Couplings that stretch by up to 1000: s = raw / (1 + |raw| / log 1000). */
val softClipScale = LogScale.SOFT_CLIP

/** Noise N(0, I), whatever the observation. */
fun standardNormal(): BaseDistribution = BaseDistribution.StandardNormal()

/** Noise N(mean(s), std(s)^2): the network of SAC's policy. */
fun conditionalNormal(
    hidden: List<Int> = listOf(256, 256),
    activation: Activation = relu,
    logStdMin: Double = -20.0,
    logStdMax: Double = 2.0,
    initializer: Initializer = pyTorch(),
    last: Initializer = lecunNormal(gain = 0.01),
): BaseDistribution = BaseDistribution.ConditionalNormal(hidden, activation, logStdMin, logStdMax, initializer, last)

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

/** RealNVP: noise through affine couplings and a tanh, with the exact density; see [FlowActor]. */
fun flow(
    hidden: List<Int> = listOf(256, 256),
    activation: Activation = relu,
    couplings: Int = 2,
    conditional: Boolean = true,
    scale: LogScale = tanhScale,
    base: BaseDistribution = conditionalNormal(),
    squashLatent: Boolean = false,
    squash: Boolean = true,
    initializer: Initializer = pyTorch(),
    last: Initializer = lecunNormal(gain = 0.01),
): ActorSpec<FlowActor> =
    FlowActor.Spec(hidden, activation, couplings, conditional, scale, base, squashLatent, squash, initializer, last)

/** One action for each latent, scored by the latent's log-density; see [Decoder.Deterministic]. */
fun deterministic(): Decoder = Decoder.Deterministic()

/** A decoder with a noise of its own, scored by a bound of the action's entropy; see [Decoder.Stochastic]. */
fun stochastic(particles: Int = 1, logStdMin: Double = -20.0, logStdMax: Double = 2.0): Decoder =
    Decoder.Stochastic(particles, logStdMin, logStdMax)

/** Actions decoded from a latent of another size; see [LatentActor]. */
fun latent(
    hidden: List<Int> = listOf(256, 256),
    activation: Activation = relu,
    latentSize: Int = 2,
    conditional: Boolean = true,
    base: BaseDistribution = conditionalNormal(),
    squashLatent: Boolean = true,
    decoder: Decoder = stochastic(),
    initializer: Initializer = pyTorch(),
    last: Initializer = pyTorch(),
): ActorSpec<LatentActor> =
    LatentActor.Spec(hidden, activation, latentSize, conditional, base, squashLatent, decoder, initializer, last)

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
