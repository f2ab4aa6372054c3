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
import hydrangea.models.nn.MatrixProducts
import hydrangea.models.nn.Mlp
import hydrangea.models.training.Experiment

/** How large the networks and batches of a workload are. */
class Size(val batch: Int, val hidden: List<Int>, val activation: Activation)

/** Something that is done over and over, and the least that its doing can cost. */
interface Subject : AutoCloseable {
    fun update()

    /** The bare work of one update. */
    fun floor()
}

/** A hot path by name. */
enum class Workload(val title: String, val about: String) {
    GAUSSIAN("toy/gaussian", "reverse KL of a Gaussian policy") {
        override fun start(size: Size) =
            training(
                fit(
                    threeModes(),
                    gaussian(size.hidden, size.activation),
                    reverseKl(),
                    adam(),
                    FOREVER,
                    size.batch,
                    measure = listOf(),
                ),
                size,
                Mlp(4, size.hidden, 4, size.activation),
                tangent = false,
            )
    },
    MEAN_FLOW("toy/mean_flow", "mean-flow matching, with the network's tangent") {
        override fun start(size: Size) =
            training(
                fit(
                    threeModes(),
                    meanFlow(size.hidden, size.activation, embedding = raw()),
                    meanFlowMatching(),
                    adam(),
                    FOREVER,
                    size.batch,
                    listOf(),
                    measure = listOf(),
                ),
                size,
                Mlp(4, size.hidden, 2, size.activation),
                tangent = true,
            )
    },
    FLOW_MATCHING("toy/flow_matching", "conditional flow matching") {
        override fun start(size: Size) =
            training(
                fit(
                    threeModes(),
                    flowMatching(size.hidden, size.activation, embedding = raw()),
                    conditionalFlowMatching(),
                    adam(),
                    FOREVER,
                    size.batch,
                    listOf(),
                    measure = listOf(),
                ),
                size,
                Mlp(3, size.hidden, 2, size.activation),
                tangent = false,
            )
    };

    abstract fun start(size: Size): Subject

    companion object {
        const val FOREVER = Int.MAX_VALUE
    }
}

private fun training(experiment: Experiment, size: Size, shape: Mlp, tangent: Boolean) =
    object : Subject {
        private val training = experiment.start()
        private val products = MatrixProducts(shape, size.batch, tangent)

        override fun update() = training.advance(Nobody)

        override fun floor() = products.run()

        override fun close() {
            training.close()
            products.close()
        }
    }
