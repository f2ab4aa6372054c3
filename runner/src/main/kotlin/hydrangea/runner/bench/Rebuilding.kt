package hydrangea.runner.bench

import hydrangea.dsl.adam
import hydrangea.dsl.cosine
import hydrangea.dsl.fit
import hydrangea.dsl.meanFlow
import hydrangea.dsl.meanFlowMatching
import hydrangea.dsl.threeModes
import hydrangea.models.training.Experiment
import hydrangea.runner.Project
import hydrangea.runner.override.Resolver

/** Three overrides read, checked and put into a tree of specs; the floor is the constructors of that tree. */
internal class Rebuilding : Subject {
    private val resolver = Resolver(Project.ofThisProcess().catalogue)
    private val script = experiment()
    private var last: Experiment = script

    private fun experiment(rate: Double = 1e-3, hidden: List<Int> = listOf(128, 128, 128), seed: Long = 0) =
        fit(
            target = threeModes(),
            actor = meanFlow(hidden = hidden),
            objective = meanFlowMatching(),
            optimizer = adam(learningRate = rate, schedule = cosine(to = 0.001)),
            updates = 40_000,
            observation = listOf(),
            seed = seed,
        )

    override fun update() {
        last = resolver.resolve(OVERRIDES) { script }.experiment
    }

    override fun floor() {
        last = experiment(rate = 3e-4, hidden = listOf(64, 64), seed = 7)
    }

    override fun fingerprint() = last.toString()

    override fun close() = Unit

    private companion object {
        val OVERRIDES = listOf("optimizer.learningRate=3e-4", "actor.hidden=[64,64]", "seed=7")
    }
}
