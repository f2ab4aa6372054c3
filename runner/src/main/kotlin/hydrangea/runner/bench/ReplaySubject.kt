package hydrangea.runner.bench

import hydrangea.models.Matrix
import hydrangea.models.Seeds
import hydrangea.models.actor.Actor
import hydrangea.models.actor.Site
import hydrangea.models.nn.MatrixProducts
import hydrangea.models.nn.NativeScope
import hydrangea.models.objective.Learner
import hydrangea.models.rollout.Replay
import hydrangea.models.rollout.Transitions
import hydrangea.runner.run.fingerprint

/** As in the Python twins. */
private const val TRANSITIONS = 100_000

/** The updates of a [learner] from a full replay of random transitions, over the matrix products of its [networks]. */
internal class ReplaySubject(
    private val policy: Actor,
    private val learner: Learner,
    site: Site,
    private val batch: Int,
    networks: List<MatrixProducts.Task>,
    actions: (Seeds, Int) -> Matrix,
) : Subject {
    private val seeds = Seeds(0)
    private val replay = Replay(TRANSITIONS, site.observations, site.actions())
    private val products by lazy { MatrixProducts(batch, networks) }
    private var updates = 0L

    init {
        val made =
            Transitions(
                seeds.at("obs").normal(TRANSITIONS, site.observations),
                actions(seeds.at("action"), TRANSITIONS),
                seeds.at("reward").normal(TRANSITIONS, 1),
                seeds.at("next").normal(TRANSITIONS, site.observations),
                Matrix(TRANSITIONS, 1),
                listOf(),
            )
        replay.add(made, 1.0)
    }

    override fun update() {
        val now = seeds.at("update").at(updates)
        val drawn = replay.sample(batch, now.at("batch"))
        NativeScope.call { learner.update(drawn, now, updates++, FOREVER.toLong()) }
    }

    override fun floor() = products.run()

    override fun fingerprint() = fingerprint(policy) + fingerprint(learner)

    override fun close() = products.close()
}
