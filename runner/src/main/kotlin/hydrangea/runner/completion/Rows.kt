package hydrangea.runner.completion

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Entry
import hydrangea.runner.catalogue.Trials
import hydrangea.runner.catalogue.kindWord
import hydrangea.runner.catalogue.rawClass
import hydrangea.runner.doc.Docs
import hydrangea.runner.override.Place
import hydrangea.runner.override.Resolved
import hydrangea.runner.override.Resolver
import hydrangea.runner.override.Setting
import hydrangea.runner.override.places

/** Knows what can be said, of scripts and of all that can stand in them. */
internal class Rows(private val catalogue: Catalogue, private val docs: Docs) {
    private val resolver = Resolver(catalogue, docs = docs)

    /** The keys of a script, its parameters first; then those of the options of its choices. */
    fun of(script: Resolved<Any>): List<Row> {
        val parameters = script.parameters.zip(script.declared) { setting, it -> row("", setting, it.place) }
        val names = parameters.map { it.key }.toSet()
        val components = components("", script).filterNot { it.key in names }
        val options = script.declared.flatMap { it.place.options.entries }.flatMap { (name, it) -> of(name, it) }
        return parameters + components + options
    }

    /** The entries of the catalogue, each with its components where it has its defaults. */
    fun ofCatalogue(): List<Row> {
        val trials = Trials(catalogue)
        return catalogue.entries.flatMap { listOf(about(it)) + of(it, trials) }
    }

    private fun about(entry: Entry): Row {
        val doc = docs.function(catalogue.facade, entry.name)?.sentence.orEmpty()
        return Row(entry.name, "", kindWord(entry.returns), "", listOf(), doc)
    }

    /** What depends on an argument has no value yet: it is one, or another in the first and the last of the trials. */
    private fun of(entry: Entry, trials: Trials): List<Row> {
        val built = trials.of(entry)
        if (built.isEmpty()) return listOf()
        val needed = entry.parameters.filter { it.required }.map { it.name }
        val last = of(entry.name, built.last()).associate { it.key to it.value }
        return of(entry.name, built.first()).map {
            val known = it.key.substringBefore('.') !in needed && last[it.key] == it.value
            if (known) it else it.copy(value = "")
        }
    }

    private fun of(part: String, spec: Any): List<Row> = components(part, resolver.resolve(emptyList()) { spec })

    private fun components(part: String, resolved: Resolved<Any>): List<Row> =
        resolved.settings
            .zip(places(resolved.experiment)) { setting, (_, place) -> row(part, setting, place) }
            .filterNot { '\'' in it.key } // shells would take the quotes for their own

    private fun row(part: String, setting: Setting, place: Place) =
        Row(part, setting.key, setting.type, setting.value, candidates(place), setting.doc)

    private fun candidates(place: Place): List<String> {
        val type = rawClass(place.type)
        val named =
            when {
                type == Boolean::class.javaObjectType -> listOf("true", "false")
                type.isEnum -> type.enumConstants.map { catalogue.constantName(it as Enum<*>) }
                else -> catalogue.entries(type).map { it.name }
            }
        val absent = if (place.nullable) listOf("null") else listOf()
        return (place.options.keys + named + absent).distinct().filter(PLAIN::matches)
    }

    private companion object {
        /** What needs no quotes, neither here nor in a shell. */
        val PLAIN = Regex("""[\w.+-]+""")
    }
}
