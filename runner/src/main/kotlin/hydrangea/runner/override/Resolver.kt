package hydrangea.runner.override

import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Shape
import hydrangea.runner.catalogue.nearest
import hydrangea.runner.catalogue.rawClass
import hydrangea.runner.doc.Docs
import java.nio.file.Path

/**
 * Turns a script and what was said about it into an experiment: a key that the script declares is consumed by the
 * script; every other key names a component of the finished experiment; a key that does neither is an error.
 *
 * @param launch what interpolations see
 * @param scriptOf the name of the script that declares a parameter, from the class that it is compiled to
 * @param docs what the sources say about its keys
 */
class Resolver(
    private val catalogue: Catalogue,
    private val launch: Launch = Launch(),
    private val docs: Docs = Docs.NONE,
    private val scriptOf: (Class<*>) -> String = { "the script" },
) {
    /**
     * The experiment of [script] with the layers [configs], in their order, and [commandLine]; or all that is wrong
     * with them, in one [UsageError].
     *
     * @param script evaluates the script afresh; it may be asked several times
     */
    fun <E : Any> resolve(commandLine: List<String>, configs: List<Path> = emptyList(), script: () -> E): Resolved<E> =
        over(configs, script).resolve(commandLine)

    /** What stands beneath many command lines: files, read once, over a script. */
    internal fun <E : Any> over(configs: List<Path>, script: () -> E) =
        Ground(configs.map(::ConfigFile), Evaluator(catalogue, scriptOf, script))

    internal inner class Ground<out E : Any>(
        private val configs: List<ConfigFile>,
        private val evaluator: Evaluator<E>,
    ) {
        fun resolve(commandLine: List<String>): Resolved<E> {
            val layers = Layers(commandLine, configs)
            val resolution = resolution(layers.overrides, evaluator)
            val problems =
                layers.problems + resolution.problems.distinct().sorted(layers.overrides).map { it.toString() }
            if (problems.isNotEmpty()) throw UsageError(problems)
            return resolved(resolution, layers, evaluator)
        }

        /** What comes of it, whatever is wrong with it. */
        fun attempt(commandLine: List<String>): Resolution<E> =
            resolution(Layers(commandLine, configs).overrides, evaluator)
    }

    private fun <E : Any> resolved(resolution: Resolution<E>, layers: Layers, evaluator: Evaluator<E>): Resolved<E> {
        val warnings = layers.old.flatMap { differences(it, layers, resolution, evaluator) }
        val changed = layers.old.map { changed(it.resolved, stored(catalogue, resolution.experiment)) }
        val origins = Origins(catalogue, resolution, evaluator, docs)
        return Resolved(
            resolution,
            lazy { resolution.parameters.values.map { origins.setting(it, scriptOf) } },
            lazy { origins.settings() },
            changed.fold(emptyMap()) { all, one -> all + one },
            warnings,
            catalogue,
        )
    }

    private fun List<Problem>.sorted(order: List<Override>) = sortedBy {
        it.overrides.minOfOrNull { one -> order.indexOfFirst { said -> said.key == one.key } } ?: -1
    }

    private fun <E : Any> resolution(overrides: List<Override>, evaluator: Evaluator<E>): Resolution<E> =
        if (overrides.none { isInterpolated(it.value) }) settled(overrides, evaluator)
        else Freezing(catalogue, launch, overrides) { settled(it, evaluator) }.resolution()

    private fun <E : Any> settled(overrides: List<Override>, evaluator: Evaluator<E>): Resolution<E> {
        val whole = overrides.filter { it.key.segments.size == 1 }
        val first = evaluator.evaluate(whole)
        val names = componentNames(first.experiment)
        // `actor.hidden` is the tree's where the tree has an actor, whoever chose it; else the parameter's.
        val deep = (overrides - whole.toSet()).filter { it.root in first.parameters && it.root !in names }
        val evaluation = if (deep.isEmpty()) first else evaluator.evaluate(whole + deep)
        val consumed = (whole.filter { it.root in evaluation.parameters } + deep).toSet()
        val (known, unknown) = overrides.filter { it !in consumed }.partition { it.root in names }
        val rewrite = Rewrite(catalogue)
        val place = Place(evaluation.experiment.javaClass, evaluation.experiment)
        val experiment = rewrite.apply(place, 0, known)
        val problems =
            evaluation.problems + clashes(evaluation) + unknown.map { problem(it, evaluation) } + rewrite.problems
        @Suppress("UNCHECKED_CAST")
        return Resolution(experiment as E, evaluation, Said(overrides.filter { it in consumed }, known), problems)
    }

    /** A parameter may have the name of a component only if it is what stands there. */
    private fun clashes(evaluation: Evaluation<Any>): List<Problem> =
        Shape.of(evaluation.experiment)?.components.orEmpty().mapNotNull { component ->
            val parameter = evaluation.parameters[component.name] ?: return@mapNotNull null
            val fits = Shape.of(parameter.value) != null && rawClass(component.type).isInstance(parameter.value)
            val name = component.name
            val of =
                "of ${scriptOf(parameter.home)} and the component $name of ${catalogue.nameOf(evaluation.experiment)}"
            if (fits) null else Problem(emptyList(), "the parameter $name $of have the same name: rename the parameter")
        }

    private fun problem(override: Override, evaluation: Evaluation<Any>): Problem {
        val experiment = evaluation.experiment
        val here = componentNames(experiment) + evaluation.parameters.keys
        val near = nearestKey(override.key, here, places(experiment).map { it.first })
        val name = catalogue.nameOf(experiment)
        val script = if (evaluation.parameters.isEmpty()) "not" else "neither a parameter of the script nor"
        return Problem(listOf(override), "${override.root} is $script a component of $name" + suggestion(near, here))
    }

    private fun suggestion(near: String?, names: Collection<String>) =
        if (near != null) "; did you mean $near?" else "; there are ${names.joinToString()}"

    /** A name at the top, with the rest of the key as it was; or, for a single name, a key anywhere that ends so. */
    private fun nearestKey(key: Key, names: Collection<String>, keys: List<Key>): String? {
        val root = key.segments.first()
        val rest = key.segments.drop(1)
        val tails =
            keys.filter { rest.isEmpty() && it.segments.last().toIntOrNull() == null }.groupBy { it.segments.last() }
        val below = { name: String? -> tails[name]?.minBy { it.segments.size }?.toString() }
        return below(root)
            ?: nearest(root, names)?.let { Key(listOf(it) + rest).toString() }
            ?: below(nearest(root, tails.keys))
    }

    /** What an old run stored and the files alone no longer give: what the command line changes is wanted. */
    private fun <E : Any> differences(
        old: OldRun,
        layers: Layers,
        now: Resolution<E>,
        evaluator: Evaluator<E>,
    ): List<String> {
        val alone =
            runCatching { resolution(layers.configured, evaluator) }.getOrNull()?.takeIf { it.problems.isEmpty() }
        val new = stored(catalogue, (alone ?: now).experiment)
        return changed(old.resolved, new)
            .filterKeys { key -> layers.spokenKeys.none { covers(it, key) } }
            .map { (key, was) ->
                "${old.file}: ${key.ifEmpty { "the kind" }} was ${was ?: "absent"}, is now ${new[key] ?: "absent"}"
            }
    }

    private fun changed(old: Map<String, String>, new: Map<String, String>): Map<String, String?> =
        (old.keys + new.keys).filter { old[it] != new[it] }.associateWith { old[it] }

    private fun covers(said: Key, key: String) = key == said.toString() || key.startsWith("$said.")
}

/** What came of the overrides, right and wrong. */
internal class Resolution<out E : Any>(
    val experiment: E,
    val evaluation: Evaluation<E>,
    val said: Said,
    val problems: List<Problem>,
) {
    val parameters = evaluation.parameters

    fun with(more: List<Problem>) = Resolution(experiment, evaluation, said, problems + more)
}

private val Override.root
    get() = key.segments.first()

private fun componentNames(experiment: Any) = Shape.of(experiment)?.components.orEmpty().map { it.name }
