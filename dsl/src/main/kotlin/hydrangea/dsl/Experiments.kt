@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.envs.EnvSpec
import hydrangea.models.actor.Actor
import hydrangea.models.actor.ActorSpec
import hydrangea.models.measure.Measure
import hydrangea.models.objective.FitObjective
import hydrangea.models.objective.LearnObjective
import hydrangea.models.optimizer.OptimizerSpec
import hydrangea.models.target.Target
import hydrangea.models.target.TargetSpec
import hydrangea.models.training.EarlyStop
import hydrangea.models.training.Evaluation
import hydrangea.models.training.Experiment
import hydrangea.models.training.Fit
import hydrangea.models.training.Learn
import hydrangea.models.training.Study
import hydrangea.models.training.StudyFigure
import hydrangea.models.training.Sweep

/** Fits an actor to a density; the objective must suit both, which the compiler checks. */
fun <A : Actor, T : Target> fit(
    target: TargetSpec<out T>,
    actor: ActorSpec<out A>,
    objective: FitObjective<in A, in T>,
    optimizer: OptimizerSpec = adam(),
    updates: Int,
    batch: Int = 256,
    observation: List<Double> = listOf(1.0, 1.0, 1.0, 1.0),
    ema: Double = 0.0,
    measure: List<Measure> = listOf(samplePlot()),
    logEvery: Int = 100,
    seed: Long = 0,
    sweep: List<Sweep> = listOf(),
): Experiment =
    Fit.Spec(target, actor, objective, optimizer, updates, batch, observation, ema, measure, logEvery, seed, sweep)

/** Teaches an actor from its own experience in an environment, off-policy; see [Learn]. */
fun <A : Actor> learn(
    environment: EnvSpec,
    actor: ActorSpec<out A>,
    objective: LearnObjective<in A>,
    optimizer: OptimizerSpec = adam(learningRate = 3e-4),
    steps: Int,
    batch: Int = 256,
    warmUp: Int = 100,
    updatesPerStep: Double = 1.0,
    environments: Int = 1,
    replay: Int = 1_000_000,
    saveReplay: Boolean = false,
    rewardScale: Double = 1.0,
    normalizeObservations: Boolean = false,
    evaluation: Evaluation = evaluation(),
    earlyStop: EarlyStop = never(),
    logEvery: Int = 1_000,
    seed: Long = 0,
    sweep: List<Sweep> = listOf(),
): Experiment =
    Learn.Spec(
        environment,
        actor,
        objective,
        optimizer,
        steps,
        batch,
        warmUp,
        updatesPerStep,
        environments,
        replay,
        saveReplay,
        rewardScale,
        normalizeObservations,
        evaluation,
        earlyStop,
        logEvery,
        seed,
        sweep,
    )

/** Deterministic episodes every so many steps, and at the end. */
fun evaluation(every: Int = 1_000, episodes: Int = 10, finalEpisodes: Int = 100): Evaluation =
    Evaluation(every, episodes, finalEpisodes)

/** Learns to the last step. */
fun never(): EarlyStop = EarlyStop.Never()

/** Ends once the last [window] training episodes have a mean return of [least]. */
fun meanReturn(least: Double, window: Int = 100): EarlyStop = EarlyStop.MeanReturn(least, window)

/** Runs experiments one after another, each under [seeds] seeds, and compares them in [figures]. */
fun study(
    members: Map<String, Experiment>,
    figures: List<StudyFigure> = listOf(),
    seeds: Int = 1,
    seed: Long = 0,
    sweep: List<Sweep> = listOf(),
): Experiment = Study.Spec(members, figures, seeds, seed, sweep)

/** A row of charts for every member. */
fun sideBySide(figure: String = "training", columns: Int = 5): StudyFigure = StudyFigure.SideBySide(figure, columns)

/** Every member's curve of one metric, over several seeds the mean with its 95 % interval. */
fun overlay(metric: String = "loss"): StudyFigure = StudyFigure.Overlay(metric)

/** How far the members' metric stays behind that of the member [reference]. */
fun regret(reference: String, metric: String = "charts/cumulative_reward"): StudyFigure =
    StudyFigure.Regret(reference, metric)

/** The charts of the members' figure of that name on top of one another. */
fun onTop(figure: String): StudyFigure = StudyFigure.OnTop(figure)

/** Bars of some results for every member. */
fun bars(results: List<String>): StudyFigure = StudyFigure.Bars(results)
