package hydrangea.runner.override

import hydrangea.dsl.Binding
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.words

/** What a script came to under some overrides of its parameters. */
internal class Evaluation<out E>(val experiment: E, val parameters: Map<String, Declared>, val problems: List<Problem>)

/** Evaluates a script, as often as it takes to say which override it cannot bear. */
internal class Evaluator<out E>(
    private val catalogue: Catalogue,
    private val scriptOf: (Class<*>) -> String,
    private val script: () -> E,
) {
    /** The script under these overrides; where it throws, without the guilty ones, which become problems. */
    fun evaluate(said: List<Override>): Evaluation<E> =
        try {
            plainly(said)
        } catch (e: Exception) {
            withoutGuilty(said, e)
        }

    /** The script under these overrides, or what it throws. */
    fun plainly(said: List<Override>): Evaluation<E> {
        val rewrite = Rewrite(catalogue)
        val binding = ScriptBinding(said, rewrite, scriptOf)
        val experiment = Binding.during(binding, script)
        return Evaluation(experiment, binding.declared, binding.problems + rewrite.problems)
    }

    private fun withoutGuilty(said: List<Override>, thrown: Exception): Evaluation<E> {
        // A script that fails by itself is not the overrides' fault.
        val defaults = runCatching { plainly(emptyList()) }.getOrElse { throw thrown }
        val parameters = said.filter { it.key.segments.first() in defaults.parameters }
        if (parameters.isEmpty()) throw thrown
        val guilty = parameters.mapNotNull { one -> failure(listOf(one))?.let { listOf(one) to it } }
        val blamed = guilty.ifEmpty { listOf(parameters to thrown) }
        val problems = blamed.map { (overrides, why) -> problem(overrides, why, defaults) }
        val rest = evaluate(said - blamed.flatMap { it.first }.toSet())
        return Evaluation(rest.experiment, rest.parameters, problems + rest.problems)
    }

    private fun failure(said: List<Override>): Exception? =
        try {
            plainly(said)
            null
        } catch (e: Exception) {
            e
        }

    private fun problem(overrides: List<Override>, why: Exception, defaults: Evaluation<E>): Problem {
        val place = overrides.singleOrNull()?.let { defaults.parameters[it.key.toString()] }?.place
        return Problem(overrides, reason(why), place?.let(catalogue::words), place?.let { catalogue.now(it.value) })
    }
}
