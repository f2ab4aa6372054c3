package hydrangea.runner.sweep

import hydrangea.models.Seeds
import hydrangea.models.training.Experiment
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.rawClass
import hydrangea.runner.override.Key
import hydrangea.runner.override.Place
import hydrangea.runner.override.Resolver
import hydrangea.runner.override.find
import java.nio.file.Path

/**
 * How to sweep.
 *
 * @property where conditions that every job has to fulfil
 * @property trials how many points to draw at random; null for all there are
 * @property seed decides what is drawn, and how shuffled values are put in order
 */
data class Sweeping(val where: List<String> = listOf(), val trials: Int? = null, val seed: Long = 0)

/** Makes the plan of a sweep: which jobs there are, each resolved and checked before any of them starts. */
class Planner(
    private val catalogue: Catalogue,
    resolver: Resolver,
    configs: List<Path> = listOf(),
    script: () -> Experiment,
) {
    private val ground = resolver.over(configs, script)

    /** The plan of what [words] say; one [UsageError] tells all that is wrong with its jobs. */
    fun plan(words: List<String>, sweeping: Sweeping = Sweeping()): Plan {
        val said = Words.of(words)
        val space = space(said)
        val conditions = sweeping.where.map(::Expression)
        return Planning(catalogue, ground, said.fixed, conditions).of(points(space, said, sweeping), sweeping.trials)
    }

    /** What the command line sweeps, else what the script does: of that, the command line may hold keys fast. */
    private fun space(said: Words): Space {
        if (said.swept.isNotEmpty()) return together(said.swept).also { refuseRepeated(it, said.fixedKeys) }
        val declared = ground.attempt(said.fixed).experiment.sweep()
        if (declared.isEmpty()) throw UsageError(NOTHING)
        val space = Scripted(catalogue).space(declared).also { refuseRepeated(it, emptyList()) }
        return space.without(said.fixedKeys) ?: throw UsageError(NOTHING)
    }

    private fun refuseRepeated(space: Space, fixed: List<Key>) {
        val repeated = space.repeated() + space.keys.filter { it in fixed }
        if (repeated.isNotEmpty())
            throw UsageError(repeated.map { "$it is said twice: once as a sweep, once more beside it" })
    }

    private fun points(space: Space, said: Words, sweeping: Sweeping): Sequence<Point> {
        val seeds = Seeds(sweeping.seed).at("sweep")
        val places = Places(said.fixed)
        val values = AxisValues(catalogue, seeds, places::of)
        if (sweeping.trials == null) return Enumeration(values).points(space)
        return Draws(seeds.at("trials"), values, places::integral).points(space)
    }

    /** What keys take, as far as that is known before they are said. */
    private inner class Places(fixed: List<String>) {
        private val resolution by lazy { ground.attempt(fixed) }

        fun of(key: Key): Place? = resolution.find(key)

        fun integral(key: Key) = of(key)?.let { rawClass(it.type) in INTEGRAL } ?: false
    }

    private companion object {
        val INTEGRAL = setOf<Class<*>>(Int::class.javaObjectType, Long::class.javaObjectType)

        const val NOTHING =
            "there is nothing to sweep: say several values for a key, such as seed=0,1,2 or 'seed=range(5)', " +
                "or give the experiment a sweep = listOf(seeds(5))"
    }
}
