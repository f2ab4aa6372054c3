package hydrangea.runner.bench

import hydrangea.dsl.adam
import hydrangea.dsl.dqn
import hydrangea.dsl.epsilonGreedy
import hydrangea.dsl.evaluation
import hydrangea.dsl.learn
import hydrangea.dsl.linearEpsilon
import hydrangea.dsl.lunarLander
import hydrangea.dsl.mixtureNll
import hydrangea.dsl.mixtureQ
import hydrangea.dsl.q
import hydrangea.dsl.tdError
import hydrangea.envs.Discrete
import hydrangea.models.Seeds
import hydrangea.models.actor.Actor
import hydrangea.models.actor.Site
import hydrangea.models.nn.MatrixProducts
import hydrangea.models.nn.Mlp
import hydrangea.models.nn.Networks
import hydrangea.models.objective.Learner
import kotlin.math.floor

/** As in the Python twin: the lander's eight observations and four actions, mixtures of five components. */
private const val OBSERVATIONS = 8
private const val ACTIONS = 4
private const val COMPONENTS = 5

private val SITE = Site(OBSERVATIONS, Discrete(ACTIONS), Networks.NATIVE, Seeds(0))
private val OPTIMIZER = adam(learningRate = 1e-3, clipNorm = 10.0)
private val EXPLORATION = linearEpsilon(to = 0.1, steps = 1)

private fun mixture(size: Size) = epsilonGreedy(mixtureQ(COMPONENTS, size.hidden, size.activation), EXPLORATION)

private fun shape(size: Size, heads: Int) = Mlp(OBSERVATIONS, size.hidden, heads, size.activation)

private fun mixtureShape(size: Size) = shape(size, ACTIONS * COMPONENTS * 3)

/** The network on s with the way back, and on s' to select; the target on s'. */
private fun floorOfDqn(network: Mlp): List<MatrixProducts.Task> =
    listOf(task(network), task(network, toWeights = false), task(network, toWeights = false))

private fun dqnSubject(policy: Actor, learner: Learner, size: Size, network: Mlp): Subject =
    ReplaySubject(policy, learner, SITE, size.batch, floorOfDqn(network)) { seeds, count ->
        seeds.uniform(count, 1).also { for (i in it.data.indices) it.data[i] = floor(ACTIONS * it.data[i]) }
    }

internal fun valueDqn(size: Size): Subject {
    val policy = epsilonGreedy(q(size.hidden, size.activation), EXPLORATION).build(SITE)
    return dqnSubject(policy, dqn(tdError()).build(policy, SITE, OPTIMIZER), size, shape(size, ACTIONS))
}

internal fun mixtureDqn(size: Size): Subject {
    val policy = mixture(size).build(SITE)
    return dqnSubject(policy, dqn(mixtureNll()).build(policy, SITE, OPTIMIZER), size, mixtureShape(size))
}

internal fun lander(size: Size): Subject {
    val experiment =
        learn(
            lunarLander(),
            mixture(size),
            dqn(mixtureNll()),
            OPTIMIZER,
            steps = FOREVER,
            batch = size.batch,
            warmUp = size.batch,
            replay = 100_000,
            evaluation = evaluation(every = 0),
        )
    return TrainingSubject(experiment, size.batch, floorOfDqn(mixtureShape(size)))
}

/** The greedy action of a mixture policy on one observation, over the bare loops of its network. */
internal class GreedyAction(size: Size) : Subject {
    private val policy = mixture(size).build(SITE)
    private val observations = Seeds(0).at("obs").normal(ROWS, OBSERVATIONS)
    private val loops = mixtureShape(size).layers().map { Loop(it.inputs(), it.outputs()) }
    private val input = FloatArray(OBSERVATIONS) { 1f }
    private var actions = 0L
    private var sum = 0.0

    override fun update() {
        val row = (actions++ % ROWS).toInt()
        sum += 1 + policy.mode(observations.rows(row, row + 1)).data[0]
    }

    override fun floor() {
        loops.fold(input) { x, loop -> loop.run(x) }
    }

    override fun fingerprint() = "$sum"

    override fun close() = Unit

    private companion object {
        const val ROWS = 1000
    }
}

/** y = W x, column by column, which a JVM turns into vector instructions. */
private class Loop(private val inputs: Int, outputs: Int) {
    private val weights = FloatArray(inputs * outputs) { 0.01f }
    private val y = FloatArray(outputs)

    fun run(x: FloatArray): FloatArray {
        y.fill(0f)
        for (i in 0 until inputs) {
            val number = x[i]
            val at = i * y.size
            for (j in y.indices) y[j] += weights[at + j] * number
        }
        return y
    }
}
