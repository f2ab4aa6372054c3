package hydrangea.runner.bench

import hydrangea.dsl.adam
import hydrangea.dsl.conditionalNormal
import hydrangea.dsl.deterministic
import hydrangea.dsl.evaluation
import hydrangea.dsl.flow
import hydrangea.dsl.gaussian
import hydrangea.dsl.latent
import hydrangea.dsl.learn
import hydrangea.dsl.pendulum
import hydrangea.dsl.sac
import hydrangea.dsl.twinQ
import hydrangea.models.Seeds
import hydrangea.models.actor.ActorSpec
import hydrangea.models.actor.GaussianActor
import hydrangea.models.actor.LatentActor
import hydrangea.models.actor.Scored
import hydrangea.models.actor.Site
import hydrangea.models.flow.Coupling
import hydrangea.models.nn.MatrixProducts
import hydrangea.models.nn.Mlp
import hydrangea.models.nn.Networks

/** As in the Python twins: Pendulum's three observations and one action. */
private const val OBSERVATIONS = 3
private const val ACTIONS = 1

/** The updates of SAC, over the matrix products of the [policy]'s networks and of the critics'. */
private fun sacSubject(actor: ActorSpec<out Scored>, size: Size, policy: List<Mlp>, decoder: List<Mlp>): Subject {
    val site = Site(OBSERVATIONS, ACTIONS, Networks.NATIVE, Seeds(0))
    val built = actor.build(site)
    val learner = objective(size).build(built, site, adam(learningRate = 1e-3))
    return ReplaySubject(built, learner, site, size.batch, floorOfSac(size, policy, decoder)) { seeds, count ->
        seeds.uniform(count, ACTIONS)
    }
}

private fun objective(size: Size) = sac(twinQ(size.hidden, size.activation))

/**
 * The policy back to its weights on s, and forward on s'; both critics back to their weights, both again back to the
 * action, and their targets forward.
 *
 * @param decoder those of the policy's networks that have the gradient go back to their input
 */
private fun floorOfSac(size: Size, policy: List<Mlp>, decoder: List<Mlp>): List<MatrixProducts.Task> {
    val q = Mlp(OBSERVATIONS + ACTIONS, size.hidden, 1, size.activation)
    val critic = listOf(task(q), task(q, toWeights = false, toInput = true), task(q, toWeights = false))
    return policy.map(::task) +
        decoder.map { task(it, toInput = true) } +
        (policy + decoder).map { task(it, toWeights = false) } +
        critic +
        critic
}

private fun head(size: Size, dimensions: Int) = Mlp(OBSERVATIONS, size.hidden, 2 * dimensions, size.activation)

private fun actor(size: Size): ActorSpec<GaussianActor> = gaussian(size.hidden, size.activation)

internal fun gaussianSac(size: Size): Subject = sacSubject(actor(size), size, listOf(head(size, ACTIONS)), listOf())

/** With one action nothing is kept by a coupling: no gradient goes to the input of its network. */
internal fun flowSac(size: Size): Subject {
    val actor = flow(size.hidden, size.activation, base = conditionalNormal(size.hidden, size.activation))
    val coupling = Coupling.shape(ACTIONS, OBSERVATIONS, size.hidden, size.activation)
    return sacSubject(actor, size, listOf(head(size, ACTIONS), coupling, coupling), listOf())
}

/** The latent policy as its twin has it. */
internal fun sparkLatent(size: Size): ActorSpec<LatentActor> =
    latent(
        size.hidden,
        size.activation,
        base = conditionalNormal(size.hidden, size.activation),
        decoder = deterministic(),
    )

internal fun latentSac(size: Size): Subject {
    val decoder = Mlp(2 + OBSERVATIONS, size.hidden, ACTIONS, size.activation)
    return sacSubject(sparkLatent(size), size, listOf(head(size, 2)), listOf(decoder))
}

internal fun pendulum(size: Size): Subject {
    val experiment =
        learn(
            pendulum(),
            actor(size),
            objective(size),
            steps = FOREVER,
            batch = size.batch,
            warmUp = 1,
            evaluation = evaluation(every = 0),
        )
    return TrainingSubject(experiment, size.batch, floorOfSac(size, listOf(head(size, ACTIONS)), listOf()))
}
