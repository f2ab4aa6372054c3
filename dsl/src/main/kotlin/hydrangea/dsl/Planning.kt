@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.envs.AddStateAction
import hydrangea.envs.CustomSinMdp
import hydrangea.envs.EnvSpec
import hydrangea.envs.StochasticCartPole
import hydrangea.envs.StochasticCartPole.NoisePlace
import hydrangea.envs.noise.Noise
import hydrangea.models.estimation.EstimatorSpec
import hydrangea.models.estimation.MaximumLikelihood
import hydrangea.models.estimation.ScoreMatching
import hydrangea.models.estimation.ScoreMatching.Coordinates
import hydrangea.models.family.Beta
import hydrangea.models.family.CustomSin
import hydrangea.models.family.ExpRelu
import hydrangea.models.family.ExpSin
import hydrangea.models.family.Exponential
import hydrangea.models.family.Family
import hydrangea.models.family.Features
import hydrangea.models.family.FrozenNetwork
import hydrangea.models.family.Interval
import hydrangea.models.family.MogLike
import hydrangea.models.family.MogRelu
import hydrangea.models.family.Normal
import hydrangea.models.family.Sampling
import hydrangea.models.family.SinSquared
import hydrangea.models.planning.KnowledgeSpec
import hydrangea.models.planning.PlannerSpec
import hydrangea.models.planning.RandomShooting
import hydrangea.models.planning.RandomShooting.Sequences
import hydrangea.models.planning.UniformActions
import hydrangea.models.training.Experiment
import hydrangea.models.training.Plan
import hydrangea.models.training.Sweep

/** Plays episodes by planning with what is known of the transitions, and learns after each; see [Plan]. */
fun plan(
    environment: EnvSpec,
    knowledge: KnowledgeSpec,
    planner: PlannerSpec = randomShooting(),
    episodes: Int = 50,
    seed: Long = 0,
    sweep: List<Sweep> = listOf(),
): Experiment = Plan.Spec(environment, knowledge, planner, episodes, seed, sweep)

/** Every action of a trial is drawn anew. */
val randomActions = Sequences.RANDOM

/** Trials of nothing but 1 against trials of nothing but -1. */
val allOnes = Sequences.ALL_ONES

/** Tries futures of [lookahead] steps; see [RandomShooting]. */
fun randomShooting(lookahead: Int = 10, trials: Int = 100, sequences: Sequences = randomActions): PlannerSpec =
    RandomShooting.Spec(lookahead, trials, sequences)

/** Plays at random; see [UniformActions]. */
fun uniformActions(): PlannerSpec = UniformActions.Spec()

/** The true transitions. */
fun groundTruth(): KnowledgeSpec = KnowledgeSpec.GroundTruth()

/** A model estimated anew after each episode; see [KnowledgeSpec.LearnedModel]. */
fun learnedModel(
    families: List<Family>,
    features: Features = identityFeatures(),
    sampling: Sampling = exact(),
    estimator: EstimatorSpec = scoreMatching(),
): KnowledgeSpec = KnowledgeSpec.LearnedModel(families, features, sampling, estimator)

/**
 * A linear dynamical system, `s' ~ N(W [s, a], sigma)`, by ridge regression: score matching of a normal density is
 * that.
 *
 * @param sigma a variance
 */
fun linearDynamicalSystem(sigma: Double = 1.0, lambda: Double = 1e-4): KnowledgeSpec =
    learnedModel(families = listOf(normal(sigma)), estimator = scoreMatching(lambda))

/** The source's Markov decision process with transitions exp(-|s'|^alpha / alpha + (s + a) sin P s'). */
fun customSinMdp(frequency: Double = 4.0, alpha: Double = 1.7, maxEpisodeSteps: Int = 10): EnvSpec =
    CustomSinMdp.Spec(frequency, alpha, maxEpisodeSteps)

/** A cart-pole with noise; see [StochasticCartPole]. */
fun stochasticCartPole(
    continuous: Boolean = false,
    noisePlace: NoisePlace = NoisePlace.NOWHERE,
    noise: Noise = normalNoise(),
    noiseScale: Double = 0.1,
    flipProbability: Double = 0.4,
    maxEpisodeSteps: Int = 200,
): EnvSpec = StochasticCartPole.Spec(continuous, noisePlace, noise, noiseScale, flipProbability, maxEpisodeSteps)

/** A line on which the next state is the state plus the action, with noise. */
fun addStateAction(std: Double = 0.1, threshold: Double = 2.4, maxEpisodeSteps: Int = 200): EnvSpec =
    AddStateAction.Spec(std, threshold, maxEpisodeSteps)

/** Normal noise in every coordinate. */
fun normalNoise(): Noise = Noise.NormalNoise()

/** Exponential noise in the first coordinate. */
fun exponentialNoise(): Noise = Noise.ExponentialNoise()

/** Noise of a custom-sin density in every coordinate; see [Noise.CustomSinNoise]. */
fun customSinNoise(alpha: Double = 2.0): Noise = Noise.CustomSinNoise(alpha)

/** Normal noise in the first coordinate, half of the time shifted by [width] stds. */
fun mixtureNoise(width: Double = 1.0): Noise = Noise.MixtureNoise(width)

/** All numbers from [lower] to [upper]; `interval` is a word of sweeps. */
fun bounded(lower: Double, upper: Double): Interval = Interval(lower, upper)

/** All real numbers. */
fun line(): Interval = Interval.LINE

/** exp(-|x|^alpha / alpha + v sin(P x)); see [CustomSin]. */
fun customSin(frequency: Double = 4.0, alpha: Double = 1.7, support: Interval = line()): Family =
    CustomSin(frequency, alpha, support)

/** A normal distribution of variance [sigma] about v: a linear dynamical system; see [Normal]. */
fun normal(sigma: Double = 1.0): Family = Normal(sigma)

/** The exponential distribution; see [Exponential]. */
fun exponential(): Family = Exponential()

/** Beta distributions on [0, 1]; see [Beta]. */
fun beta(): Family = Beta()

/** exp(-|x|^alpha / alpha + v sin^2 x); see [SinSquared]. */
fun sinSquared(alpha: Double = 2.0, support: Interval = line()): Family = SinSquared(alpha, support)

/** exp(-|x|^alpha / alpha + v exp(sin x)); see [ExpSin]. */
fun expSin(alpha: Double = 1.0, support: Interval = line()): Family = ExpSin(alpha, support)

/** Two hills, statistics x and 4 sin^2 x; see [MogLike]. */
fun mogLike(alpha: Double = 2.0, support: Interval = line()): Family = MogLike(alpha, support)

/** For exponential noise about a normal; see [ExpRelu]. */
fun expRelu(sigma: Double = 1.0): Family = ExpRelu(sigma)

/** For a mixture of two normals; see [MogRelu]. */
fun mogRelu(sigma: Double = 1.0): Family = MogRelu(sigma)

/** phi = [s, a]. */
fun identityFeatures(): Features = Features.IdentityFeatures()

/** phi = [value]: transitions that hang on nothing. */
fun constantFeatures(value: Double = 1.0): Features = Features.ConstantFeatures(value)

/** Features of a network of random weights; see [FrozenNetwork]. */
fun frozenNetwork(hidden: List<Int> = listOf(64), features: Int = 16, seed: Long = 0): Features =
    FrozenNetwork(hidden, features, seed)

/** Draws by inversion of the distribution function; see [Sampling.Exact]. */
fun exact(): Sampling = Sampling.Exact()

/** No draw, but the mean; see [Sampling.Mean]. */
fun mean(): Sampling = Sampling.Mean()

/** Hamiltonian Monte Carlo; see [Sampling.Hamiltonian]. */
fun hamiltonian(burnIn: Int = 100, leapfrogSteps: Int = 10, stepSize: Double = 0.1): Sampling =
    Sampling.Hamiltonian(burnIn, leapfrogSteps, stepSize)

/** One linear system for each coordinate of the state. */
val apart = Coordinates.APART

/** One linear system for all coordinates. */
val together = Coordinates.TOGETHER

/** W in closed form by Hyvarinen's score; see [ScoreMatching]. */
fun scoreMatching(lambda: Double = 1e-4, coordinates: Coordinates = apart): EstimatorSpec =
    ScoreMatching.Spec(lambda, coordinates)

/** W by Newton's method on the likelihood; see [MaximumLikelihood]. */
fun maximumLikelihood(lambda: Double = 1e-4, maxIterations: Int = 100): EstimatorSpec =
    MaximumLikelihood.Spec(lambda, maxIterations)
