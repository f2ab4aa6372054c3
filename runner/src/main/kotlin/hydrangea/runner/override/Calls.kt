package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Entry
import hydrangea.runner.catalogue.EntryParameter
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.catalogue.kindWord
import hydrangea.runner.catalogue.words

/** Builds what a name or a call says, from the entries of the catalogue that are a [type]. */
internal class Calls(
    private val catalogue: Catalogue,
    private val type: Class<*>,
    private val convert: (Value, EntryParameter) -> Any?,
) {
    fun build(call: Value.Call): Any {
        val names = catalogue.entries(type).map { it.name }.distinct()
        if (names.isEmpty()) throw Refusal("cannot be set as a whole, only its components")
        val overloads = catalogue.entries(type).filter { it.name == call.name }
        if (overloads.isEmpty()) {
            val near = didYouMean(call.name, names)
            throw Refusal("no ${kindWord(type)} is called ${call.name}, there are ${names.joinToString()}$near")
        }
        return built(overloads.firstOrNull { accepts(it, call) } ?: overloads.first(), call)
    }

    private fun accepts(entry: Entry, call: Value.Call) =
        runCatching { matched(entry, call) }.getOrNull()?.let { missing(entry, it.keys).isEmpty() } ?: false

    private fun built(entry: Entry, call: Value.Call): Any {
        val values = matched(entry, call)
        val missing = missing(entry, values.keys)
        if (missing.isNotEmpty()) {
            val needs = missing.joinToString { "${it.name} (${catalogue.words(it.type)})" }
            throw Refusal("${entry.name} needs $needs: '${entry.name}(${missing.joinToString { "${it.name}=..." }})'")
        }
        val arguments = values.mapValues { (parameter, value) -> argument(entry, parameter, value) }
        return try {
            entry.build(arguments)
        } catch (e: IllegalArgumentException) {
            throw Refusal(reason(e))
        }
    }

    private fun matched(entry: Entry, call: Value.Call): Map<EntryParameter, Value> =
        call.arguments
            .withIndex()
            .associate { (i, argument) ->
                val parameter =
                    if (argument.name == null) entry.parameters.getOrNull(i)
                    else entry.parameters.firstOrNull { it.name == argument.name }
                (parameter ?: throw Refusal(unknown(entry, argument))) to argument.value
            }
            .also { if (it.size < call.arguments.size) throw Refusal("an argument of ${call.name} is given twice") }

    private fun unknown(entry: Entry, argument: Argument): String {
        val names = entry.parameters.map { it.name }
        val name = argument.name ?: return "${entry.name} takes ${names.size} arguments: ${names.joinToString()}"
        val near = didYouMean(name, names).ifEmpty { ": it has ${names.joinToString()}" + others(name) }
        return "${entry.name} has no $name$near"
    }

    private fun others(name: String): String {
        val others = catalogue.having(name, type)
        return if (others.isEmpty()) "" else "; ${others.joinToString(" or ")} has one"
    }

    private fun missing(entry: Entry, given: Set<EntryParameter>) =
        entry.parameters.filter { it.required && it !in given }

    private fun argument(entry: Entry, parameter: EntryParameter, value: Value): Any? =
        try {
            convert(value, parameter)
        } catch (e: Refusal) {
            throw Refusal("${parameter.name} of ${entry.name}: ${e.message}")
        }
}
