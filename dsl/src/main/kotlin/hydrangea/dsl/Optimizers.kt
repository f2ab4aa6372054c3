@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.optimizer.Adam
import hydrangea.models.optimizer.AdamW
import hydrangea.models.optimizer.OptimizerSpec
import hydrangea.models.optimizer.Schedule
import hydrangea.models.optimizer.Sgd

/** Adam with bias correction, as PyTorch; a [clipNorm] of infinity clips nothing. */
fun adam(
    learningRate: Double = 1e-3,
    beta1: Double = 0.9,
    beta2: Double = 0.999,
    epsilon: Double = 1e-8,
    schedule: Schedule = constant(),
    clipNorm: Double = Double.POSITIVE_INFINITY,
): OptimizerSpec = Adam.Spec(learningRate, beta1, beta2, epsilon, schedule, clipNorm)

/** Adam with decoupled weight decay, as PyTorch. */
fun adamW(
    learningRate: Double = 1e-3,
    beta1: Double = 0.9,
    beta2: Double = 0.999,
    epsilon: Double = 1e-8,
    weightDecay: Double = 0.01,
    schedule: Schedule = constant(),
    clipNorm: Double = Double.POSITIVE_INFINITY,
): OptimizerSpec = AdamW.Spec(learningRate, beta1, beta2, epsilon, weightDecay, schedule, clipNorm)

/** The learning rate as it is. */
fun constant(): Schedule = Schedule.Constant()

/** The learning rate times a factor that runs straight from [from] to [to]. */
fun linear(from: Double = 1.0, to: Double = 0.0): Schedule = Schedule.Linear(from, to)

/** The learning rate times a factor that falls from 1 to [to] along half a cosine. */
fun cosine(to: Double = 0.0): Schedule = Schedule.Cosine(to)

/** Straight from 0 to 1 over [steps] updates, [then] over the rest. */
fun warmUp(steps: Int, then: Schedule = constant()): Schedule = Schedule.WarmUp(steps, then)

/** Stochastic gradient descent with momentum, as PyTorch. */
fun sgd(
    learningRate: Double,
    momentum: Double = 0.0,
    schedule: Schedule = constant(),
    clipNorm: Double = Double.POSITIVE_INFINITY,
): OptimizerSpec = Sgd.Spec(learningRate, momentum, schedule, clipNorm)
