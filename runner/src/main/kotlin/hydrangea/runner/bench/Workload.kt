package hydrangea.runner.bench

import hydrangea.dsl.adam
import hydrangea.dsl.conditionalFlowMatching
import hydrangea.dsl.conditionalNormal
import hydrangea.dsl.fit
import hydrangea.dsl.flow
import hydrangea.dsl.flowMatching
import hydrangea.dsl.gaussian
import hydrangea.dsl.meanFlow
import hydrangea.dsl.meanFlowMatching
import hydrangea.dsl.raw
import hydrangea.dsl.reverseKl
import hydrangea.dsl.threeModes
import hydrangea.models.Metrics
import hydrangea.models.actor.Scored
import hydrangea.models.flow.Coupling
import hydrangea.models.nn.Activation
import hydrangea.models.nn.MatrixProducts
import hydrangea.models.nn.Mlp
import hydrangea.models.objective.ReverseKl
import hydrangea.models.objective.Toward

/** How large the networks and the batches of a workload are. */
class Size(val batch: Int, val hidden: List<Int>, val activation: Activation)

/** A hot path by name. */
class Workload(val name: String, val about: String, val start: (Size) -> Subject)

/** Something that is done over and over. */
interface Subject : AutoCloseable {
    /** Once more, the whole of it. */
    fun update()

    /** The bare work of one update, which nothing can undercut. */
    fun floor()

    /** What has come of all updates so far: equal work has equal ones. */
    fun fingerprint(): String
}

/** All of them; the toys are as in the Python twins: raw times, no sigma head, Adam, no clipping. */
val WORKLOADS =
    listOf(
        Workload("toy/gaussian", "reverse KL of a Gaussian policy", ::gaussianToy),
        Workload("toy/flow", "reverse KL of a RealNVP policy of two couplings that see the observation", ::flowToy),
        Workload("toy/latent", "reverse KL of a latent policy, by its surrogate", ::latentToy),
        Workload("toy/mean_flow", "mean-flow matching, with the network's tangent", ::meanFlowToy),
        Workload("toy/flow_matching", "conditional flow matching", ::flowMatchingToy),
        Workload("sac/gaussian", "SAC on a replay: a Gaussian policy and two critics", ::gaussianSac),
        Workload("sac/flow", "the same for a RealNVP policy of two couplings", ::flowSac),
        Workload("sac/latent", "the same for a latent policy of two numbers", ::latentSac),
        Workload("dqn/values", "double DQN on a replay: a number for each action", ::valueDqn),
        Workload("dqn/mixture", "the same for a mixture of five components for each action", ::mixtureDqn),
        Workload("dqn/action", "the greedy action of that on one observation", ::GreedyAction),
        Workload("learn/lander", "a step of LunarLander and an update of dqn/mixture", ::lander),
        Workload("learn/pendulum", "a step of Pendulum and an update of sac/gaussian", ::pendulum),
        Workload("planning/custom_sin", "an episode of each method of planning/compare") { PlanningSubject() },
        Workload("overrides/rebuild", "an experiment under three overrides: a job of a sweep") { Rebuilding() },
    )

private fun gaussianToy(size: Size): Subject {
    val actor = gaussian(size.hidden, size.activation)
    val experiment = fit(threeModes(), actor, reverseKl(), adam(), FOREVER, size.batch, measure = listOf())
    return TrainingSubject(experiment, size.batch, listOf(head(size)))
}

private fun flowToy(size: Size): Subject {
    val actor = flow(size.hidden, size.activation, base = conditionalNormal(size.hidden, size.activation))
    val experiment = fit(threeModes(), actor, reverseKl(), adam(), FOREVER, size.batch, measure = listOf())
    val coupling = task(Coupling.shape(2, 4, size.hidden, size.activation), toInput = true)
    return TrainingSubject(experiment, size.batch, listOf(head(size), coupling, coupling))
}

private fun latentToy(size: Size): Subject {
    val objective =
        Toward<Scored> { policy, target, obs, seeds, into ->
            Metrics.loss(ReverseKl.of(policy, target, obs, seeds, into))
        }
    val experiment = fit(threeModes(), sparkLatent(size), objective, adam(), FOREVER, size.batch, measure = listOf())
    val decoder = task(Mlp(2 + 4, size.hidden, 2, size.activation), toInput = true)
    return TrainingSubject(experiment, size.batch, listOf(head(size), decoder))
}

/** Means and log-stds of two numbers, given an observation of four. */
private fun head(size: Size) = task(Mlp(4, size.hidden, 4, size.activation))

internal fun task(shape: Mlp, tangent: Boolean = false, toWeights: Boolean = true, toInput: Boolean = false) =
    MatrixProducts.Task(shape, tangent, toWeights, toInput)

private fun meanFlowToy(size: Size): Subject {
    val actor = meanFlow(size.hidden, size.activation, embedding = raw())
    val experiment =
        fit(threeModes(), actor, meanFlowMatching(), adam(), FOREVER, size.batch, listOf(), measure = listOf())
    val network = task(Mlp(4, size.hidden, 2, size.activation), tangent = true)
    return TrainingSubject(experiment, size.batch, listOf(network))
}

private fun flowMatchingToy(size: Size): Subject {
    val actor = flowMatching(size.hidden, size.activation, embedding = raw())
    val experiment =
        fit(threeModes(), actor, conditionalFlowMatching(), adam(), FOREVER, size.batch, listOf(), measure = listOf())
    return TrainingSubject(experiment, size.batch, listOf(task(Mlp(3, size.hidden, 2, size.activation))))
}

internal const val FOREVER = Int.MAX_VALUE
