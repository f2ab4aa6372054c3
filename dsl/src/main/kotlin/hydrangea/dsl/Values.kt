@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.actor.ActorSpec
import hydrangea.models.actor.EpsilonGreedy
import hydrangea.models.actor.Exploration
import hydrangea.models.nn.Activation
import hydrangea.models.nn.Initializer
import hydrangea.models.value.ActionValues
import hydrangea.models.value.MixtureQ
import hydrangea.models.value.Q
import hydrangea.models.value.ValueSpec

/** The best action by its value, or any with a probability that falls; see [EpsilonGreedy]. */
fun <V : ActionValues> epsilonGreedy(
    values: ValueSpec<V>,
    exploration: Exploration = linearEpsilon(),
): ActorSpec<EpsilonGreedy<V>> = EpsilonGreedy.Spec(values, exploration)

/** A number for each action, as in DQN; see [Q]. */
fun q(
    hidden: List<Int> = listOf(128, 128),
    activation: Activation = relu,
    initializer: Initializer = pyTorch(),
    last: Initializer = pyTorch(),
): ValueSpec<Q> = Q.Spec(hidden, activation, initializer, last)

/** A mixture of normal distributions for each action's return; see [MixtureQ]. */
fun mixtureQ(
    components: Int = 5,
    hidden: List<Int> = listOf(128, 128),
    activation: Activation = relu,
    logVarianceMin: Double = -10.0,
    logVarianceMax: Double = 10.0,
    initialStd: Double = 1.0,
    initialSpread: Double = 0.0,
    valueScale: Double = 1.0,
    weighted: Boolean = true,
    initializer: Initializer = pyTorch(),
    last: Initializer = pyTorch(),
): ValueSpec<MixtureQ> =
    MixtureQ.Spec(
        components,
        hidden,
        activation,
        logVarianceMin,
        logVarianceMax,
        initialStd,
        initialSpread,
        valueScale,
        weighted,
        initializer,
        last,
    )

/** A share of random actions that falls in a straight line; see [Exploration.LinearEpsilon]. */
fun linearEpsilon(from: Double = 1.0, to: Double = 0.02, steps: Int = 20_000): Exploration =
    Exploration.LinearEpsilon(from, to, steps)

/** A share of random actions that falls by a factor with every episode; see [Exploration.EpisodicEpsilon]. */
fun episodicEpsilon(from: Double = 1.0, to: Double = 0.01, factor: Double = 0.995): Exploration =
    Exploration.EpisodicEpsilon(from, to, factor)
