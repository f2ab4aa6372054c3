@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.actor.Actor
import hydrangea.models.actor.ActorSpec
import hydrangea.models.measure.Measure
import hydrangea.models.objective.FitObjective
import hydrangea.models.optimizer.OptimizerSpec
import hydrangea.models.target.Target
import hydrangea.models.target.TargetSpec
import hydrangea.models.training.Experiment
import hydrangea.models.training.Fit
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

/** Runs experiments one after another and compares them in [figures]. */
fun study(
    members: Map<String, Experiment>,
    figures: List<StudyFigure> = listOf(),
    seed: Long = 0,
    sweep: List<Sweep> = listOf(),
): Experiment = Study.Spec(members, figures, seed, sweep)

/** A row of charts for every member. */
fun sideBySide(figure: String = "training", columns: Int = 5): StudyFigure = StudyFigure.SideBySide(figure, columns)

/** Every member's curve of one metric. */
fun overlay(metric: String = "loss"): StudyFigure = StudyFigure.Overlay(metric)

/** Bars of some results for every member. */
fun bars(results: List<String>): StudyFigure = StudyFigure.Bars(results)
