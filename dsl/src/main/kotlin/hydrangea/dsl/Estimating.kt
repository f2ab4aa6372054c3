@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.estimation.Draw
import hydrangea.models.estimation.EstimatorSpec
import hydrangea.models.estimation.Inputs
import hydrangea.models.estimation.Transitions
import hydrangea.models.family.Family
import hydrangea.models.family.Features
import hydrangea.models.training.Estimate
import hydrangea.models.training.Experiment
import hydrangea.models.training.Sweep

/** Estimates a known W from transitions that are drawn with it; see [Estimate]. */
fun estimate(
    truth: Transitions,
    inputs: Inputs = independent(),
    samples: List<Int> = listOf(10_000),
    runs: Int = 1,
    estimators: Map<String, EstimatorSpec> = mapOf("sm" to scoreMatching()),
    seed: Long = 0,
    sweep: List<Sweep> = listOf(),
): Experiment = Estimate.Spec(truth, inputs, samples, runs, estimators, seed, sweep)

/** The truth that transitions are drawn from: a family for each coordinate of the state, and W; see [Transitions]. */
fun transitions(families: List<Family>, features: Features = identityFeatures(), w: List<List<Double>>): Transitions =
    Transitions(families, features, w)

/** States and actions that are drawn anew for every transition. */
fun independent(states: Draw = between(-1.0, 1.0), actions: Draw = oneOf(listOf(-1.0, 1.0))): Inputs =
    Inputs.Independent(states, actions)

/** One long episode from a state of [start]. */
fun sequential(start: Draw = between(-1.0, 1.0), actions: Draw = oneOf(listOf(-1.0, 1.0))): Inputs =
    Inputs.Sequential(start, actions)

/** Numbers spread evenly from [lower] to [upper]. */
fun between(lower: Double, upper: Double): Draw = Draw.Between(lower, upper)

/** Some numbers, one as likely as the other. */
fun oneOf(values: List<Double>): Draw = Draw.OneOf(values)
