@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.actor.AverageVelocityField
import hydrangea.models.actor.Density
import hydrangea.models.actor.PathwiseDensity
import hydrangea.models.actor.Scored
import hydrangea.models.actor.ValuePolicy
import hydrangea.models.actor.VelocityField
import hydrangea.models.critic.CriticSpec
import hydrangea.models.critic.TwinQ
import hydrangea.models.loss.Adaptive
import hydrangea.models.loss.Huber
import hydrangea.models.loss.RegressionLoss
import hydrangea.models.loss.SquaredError
import hydrangea.models.nn.Activation
import hydrangea.models.nn.Initializer
import hydrangea.models.objective.ConditionalFlowMatching
import hydrangea.models.objective.Dqn
import hydrangea.models.objective.FitObjective
import hydrangea.models.objective.LearnObjective
import hydrangea.models.objective.MeanFlowMatching
import hydrangea.models.objective.NegativeLogLikelihood
import hydrangea.models.objective.ReverseKl
import hydrangea.models.objective.Sac
import hydrangea.models.objective.TargetUpdate
import hydrangea.models.objective.Temperature
import hydrangea.models.objective.TimeSampling
import hydrangea.models.objective.ValueLoss
import hydrangea.models.target.KnownDensity
import hydrangea.models.target.Sampled
import hydrangea.models.value.ActionValues
import hydrangea.models.value.PointValues
import hydrangea.models.value.ReturnMixtures

/** KL(pi || p) by the actor's own samples: seeks modes; see [ReverseKl]. */
fun reverseKl(): FitObjective<PathwiseDensity, KnownDensity> = ReverseKl()

/** -E[log pi] of given actions, the forward KL divergence: covers modes; see [NegativeLogLikelihood]. */
fun negativeLogLikelihood(): FitObjective<Density, Sampled> = NegativeLogLikelihood()

/** Regression of the velocity on e - x along straight lines; see [ConditionalFlowMatching]. */
fun conditionalFlowMatching(
    times: TimeSampling = uniformTimes(),
    loss: RegressionLoss = squaredError(),
): FitObjective<VelocityField, Sampled> = ConditionalFlowMatching(times, loss)

/** Regression of the average velocity on the mean-flow identity; see [MeanFlowMatching]. */
fun meanFlowMatching(
    unequalTimes: Double = 1.0,
    times: TimeSampling = uniformTimes(),
    loss: RegressionLoss = squaredError(),
): FitObjective<AverageVelocityField, Sampled> = MeanFlowMatching(unequalTimes, times, loss)

/** Soft actor-critic with twin critics; see [Sac]. */
fun sac(
    critic: CriticSpec = twinQ(),
    discount: Double = 0.99,
    tau: Double = 0.005,
    targetEvery: Int = 1,
    temperature: Temperature = autoTuned(),
): LearnObjective<Scored> = Sac.Spec(critic, discount, tau, targetEvery, temperature)

/** SAC as in SPARK's configuration: a discount of 0.98. */
fun sacSpark(): LearnObjective<Scored> = sac(discount = 0.98)

/** SAC as in RL Baselines3 Zoo for the continuous lander: a target that follows twice as fast, wider critics. */
fun sacZoo(): LearnObjective<Scored> = sac(critic = twinQ(hidden = listOf(400, 300)), tau = 0.01)

/** Q-learning with a slower copy of the network; double DQN with [doubleSelection]; see [Dqn]. */
fun <V : ActionValues> dqn(
    loss: ValueLoss<V>,
    discount: Double = 0.99,
    doubleSelection: Boolean = true,
    target: TargetUpdate = polyak(),
): LearnObjective<ValuePolicy<out V>> = Dqn.Spec(loss, discount, doubleSelection, target)

/** A regression of values on those that are backed up: of DQN by the Huber loss; see [ValueLoss.TdError]. */
fun tdError(loss: RegressionLoss = huber()): ValueLoss<PointValues> = ValueLoss.TdError(loss)

/** The likelihood of what is backed up, its mean or [samples] draws; see [ValueLoss.MixtureNll]. */
fun mixtureNll(samples: Int = 0): ValueLoss<ReturnMixtures> = ValueLoss.MixtureNll(samples)

/** The distance to the backed-up mixture, times [scale]; see [ValueLoss.JensenTsallis]. */
fun jensenTsallis(scale: Double = 1.0, leastStd: Double = 0.1): ValueLoss<ReturnMixtures> =
    ValueLoss.JensenTsallis(scale, leastStd)

/** An article's batch-summed loss, for comparison alone; see [ValueLoss.ArticleLoss]. */
fun articleLoss(): ValueLoss<ReturnMixtures> = ValueLoss.ArticleLoss()

/** A target that follows by a share of [tau]; see [TargetUpdate.Polyak]. */
fun polyak(tau: Double = 0.005, every: Int = 1): TargetUpdate = TargetUpdate.Polyak(tau, every)

/** A target that is a copy, made anew every so many steps of environments. */
fun copyEverySteps(steps: Int): TargetUpdate = TargetUpdate.CopyEverySteps(steps)

/** A target that is a copy, made anew every so many episodes. */
fun copyEveryEpisodes(episodes: Int): TargetUpdate = TargetUpdate.CopyEveryEpisodes(episodes)

/** Two networks that judge actions, of which the lesser counts; see [TwinQ]. */
fun twinQ(
    hidden: List<Int> = listOf(256, 256),
    activation: Activation = relu,
    initializer: Initializer = pyTorch(),
    last: Initializer = pyTorch(),
): CriticSpec = TwinQ.Spec(hidden, activation, initializer, last)

/** A temperature that stays as it is. */
fun fixed(alpha: Double): Temperature = Temperature.Fixed(alpha)

/** A temperature that keeps [entropy] nats a dimension; see [Temperature.AutoTuned]. */
fun autoTuned(initial: Double = 1.0, entropy: Double = -1.0): Temperature = Temperature.AutoTuned(initial, entropy)

/** The squared error, summed over coordinates. */
fun squaredError(): RegressionLoss = SquaredError()

/** Quadratic up to [delta], linear beyond; see [Huber]. */
fun huber(delta: Double = 1.0): RegressionLoss = Huber(delta)

/** Rows weigh 1 / (|error|^2 + constant)^power; see [Adaptive]. */
fun adaptive(of: RegressionLoss = squaredError(), power: Double = 1.0, constant: Double = 0.01): RegressionLoss =
    Adaptive(of, power, constant)

/** Times uniform on [0, 1]. */
fun uniformTimes(): TimeSampling = TimeSampling.UniformTimes()

/** Times sigmoid(mean + std n), n ~ N(0, 1). */
fun logitNormalTimes(mean: Double = -0.4, std: Double = 1.0): TimeSampling = TimeSampling.LogitNormalTimes(mean, std)
