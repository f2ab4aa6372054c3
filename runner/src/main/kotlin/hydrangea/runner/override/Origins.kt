package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Shape
import hydrangea.runner.catalogue.plain
import hydrangea.runner.catalogue.shortWords
import hydrangea.runner.catalogue.spelled
import hydrangea.runner.catalogue.spelledHead
import hydrangea.runner.catalogue.words
import hydrangea.runner.doc.Docs

/** Knows where the values of a resolved experiment come from. */
internal class Origins(
    private val catalogue: Catalogue,
    private val resolution: Resolution<Any>,
    evaluator: Evaluator<Any>,
    private val docs: Docs,
) {
    /** For each parameter that was said: the keys whose values it alone changes in the script's experiment. */
    private val driven: List<Pair<String, Set<String>>> by lazy {
        val parameters = resolution.said.parameters
        if (parameters.isEmpty()) emptyList()
        else {
            val before = stored(catalogue, evaluator.plainly(emptyList()).experiment)
            parameters.map { it.key.segments.first() to changed(before, evaluator, it) }
        }
    }

    private fun changed(before: Map<String, String>, evaluator: Evaluator<Any>, said: Override): Set<String> {
        val evaluation = runCatching { evaluator.plainly(listOf(said)) }.getOrNull() ?: return emptySet()
        return stored(catalogue, evaluation.experiment).filter { before[it.key] != it.value }.keys
    }

    fun setting(parameter: Declared, scriptOf: (Class<*>) -> String): Setting {
        val origin = parameter.overrides.lastOrNull()?.source ?: scriptOf(parameter.home)
        val option = parameter.place.options.entries.firstOrNull { it.value === parameter.value }?.key
        return Setting(
            parameter.name,
            catalogue.words(parameter.place),
            option ?: catalogue.spelled(parameter.value),
            origin,
            docs.parameter(parameter.home, parameter.name).orEmpty(),
            option ?: catalogue.plain(parameter.value),
        )
    }

    fun settings(): List<Setting> = places(resolution.experiment).map { (key, place) -> setting(key, place) }

    private fun setting(key: Key, place: Place): Setting =
        Setting(
            key.toString(),
            catalogue.shortWords(place.type),
            catalogue.spelledHead(place.value),
            origin(key),
            doc(key, place),
            catalogue.plain(place.value),
        )

    /** What its spec says of it; else what the value is, or what all values of its type are. */
    private fun doc(key: Key, place: Place): String {
        val said = place.owner?.let { docs.component(it, key.segments.last()) }
        val value = place.value
        return said
            ?: when {
                value is Enum<*> -> docs.of(value.declaringJavaClass)?.sentence.orEmpty()
                Shape.of(value) != null -> doc(checkNotNull(value))
                else -> ""
            }
    }

    private fun doc(spec: Any): String {
        val word = docs.function(catalogue.facade, catalogue.nameOf(spec))
        return (word ?: docs.of(spec.javaClass))?.sentence.orEmpty()
    }

    private fun origin(key: Key): String {
        val above =
            said.filter { tells(it, key) }.maxByOrNull { it.key.segments.size } ?: said.appended(key, resolution)
        val within = said.filter { key.covers(it.key) && isLeaf(key) }
        return when {
            above != null -> told(above.value, key.segments.drop(above.key.segments.size)) ?: above.source
            within.isNotEmpty() -> within.map { it.source }.distinct().joinToString(", ")
            else -> driven.lastOrNull { key.toString() in it.second }?.let { "parameter ${it.first}" } ?: "script"
        }
    }

    private fun tells(said: Override, key: Key) =
        said.verb != Verb.DEL && said.verb != Verb.APPEND && said.key.covers(key)

    private val said = resolution.said.overrides.moved()

    private fun isLeaf(key: Key) = leaves.contains(key)

    private val leaves by lazy { places(resolution.experiment).filter { !hasParts(it.second.value) }.map { it.first } }
}

/** Null if [said] tells the component at [rest] below it, else `default of ENTRY`. */
private fun told(said: Value, rest: List<String>): String? {
    val component = rest.firstOrNull() ?: return null
    return when (said) {
        is Value.Sequence -> component.toIntOrNull()?.let(said.items::getOrNull)?.let { told(it, rest.drop(1)) }
        is Value.Call -> toldIn(said, component, rest.drop(1))
        is Value.Text -> if (said.quoted) told(parseValue(said.value), rest) else "default of ${said.value}"
        else -> null
    }
}

private fun toldIn(call: Value.Call, component: String, rest: List<String>): String? {
    val argument = call.arguments.firstOrNull { it.name == component }
    return when {
        argument != null -> told(argument.value, rest)
        call.arguments.any { it.name == null } -> null
        else -> "default of ${call.name}"
    }
}
