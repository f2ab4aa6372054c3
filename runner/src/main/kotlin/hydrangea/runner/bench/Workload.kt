package hydrangea.runner.bench

import hydrangea.dsl.adam
import hydrangea.dsl.conditionalFlowMatching
import hydrangea.dsl.fit
import hydrangea.dsl.flowMatching
import hydrangea.dsl.gaussian
import hydrangea.dsl.meanFlow
import hydrangea.dsl.meanFlowMatching
import hydrangea.dsl.raw
import hydrangea.dsl.reverseKl
import hydrangea.dsl.threeModes
import hydrangea.models.nn.Activation
import hydrangea.models.nn.Mlp

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
        Workload("toy/mean_flow", "mean-flow matching, with the network's tangent", ::meanFlowToy),
        Workload("toy/flow_matching", "conditional flow matching", ::flowMatchingToy),
        Workload("overrides/rebuild", "an experiment under three overrides: a job of a sweep") { Rebuilding() },
    )

private fun gaussianToy(size: Size): Subject {
    val actor = gaussian(size.hidden, size.activation)
    val experiment = fit(threeModes(), actor, reverseKl(), adam(), FOREVER, size.batch, measure = listOf())
    return TrainingSubject(experiment, Mlp(4, size.hidden, 4, size.activation), size.batch, tangent = false)
}

private fun meanFlowToy(size: Size): Subject {
    val actor = meanFlow(size.hidden, size.activation, embedding = raw())
    val experiment =
        fit(threeModes(), actor, meanFlowMatching(), adam(), FOREVER, size.batch, listOf(), measure = listOf())
    return TrainingSubject(experiment, Mlp(4, size.hidden, 2, size.activation), size.batch, tangent = true)
}

private fun flowMatchingToy(size: Size): Subject {
    val actor = flowMatching(size.hidden, size.activation, embedding = raw())
    val experiment =
        fit(threeModes(), actor, conditionalFlowMatching(), adam(), FOREVER, size.batch, listOf(), measure = listOf())
    return TrainingSubject(experiment, Mlp(3, size.hidden, 2, size.activation), size.batch, tangent = false)
}

private const val FOREVER = Int.MAX_VALUE
