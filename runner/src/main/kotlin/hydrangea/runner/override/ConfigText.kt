package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Shape
import hydrangea.runner.catalogue.spelledShortly

/** What was said and what came of it, as YAML that a person can compare with another run's. */
internal fun configText(catalogue: Catalogue, experiment: Any, said: Said): String {
    val content =
        linkedMapOf(
            ConfigFile.VERSION_KEY to ConfigFile.VERSION,
            "parameters" to said.parameters.associate { it.key.toString() to plain(it.value) },
            "overrides" to said.overrides.map { it.said },
            "resolved" to plain(catalogue, experiment),
        )
    return yaml(content)
}

/** The trees at some keys, each a component or a parameter of the script. */
internal fun treeText(catalogue: Catalogue, experiment: Any, parameters: List<Setting>, keys: List<String>): String {
    val root = plain(catalogue, experiment)
    val given = parameters.associate { it.key to it.plain }
    return yaml(keys.associateWith { key -> below(root, key.split('.')) ?: given[key] })
}

private fun below(tree: Any?, segments: List<String>): Any? =
    segments.fold(tree) { at, segment ->
        when (at) {
            is Map<*, *> -> at[segment]
            is List<*> -> segment.toIntOrNull()?.let(at::getOrNull)
            else -> null
        }
    }

/** A value as said, with numbers as numbers. */
private fun plain(value: Value): Any? =
    when (value) {
        is Value.Whole -> value.value
        is Value.Real -> value.value
        is Value.Truth -> value.value
        is Value.Null -> null
        is Value.Text -> value.text
        is Value.Sequence -> value.items.map(::plain)
        is Value.Call,
        is Value.Dictionary,
        is Sweep -> value.text
    }

/** A tree of specs as maps, each with the name of its spec under `type`. */
private fun plain(catalogue: Catalogue, value: Any?): Any? {
    val shape = Shape.of(value)
    return when {
        shape != null -> {
            val spec = checkNotNull(value)
            val components = shape.components.associate { it.name to plain(catalogue, it.read(spec)) }
            mapOf(ConfigFile.TYPE to catalogue.nameOf(spec)) + components
        }
        value is List<*> -> value.map { plain(catalogue, it) }
        value is Map<*, *> -> value.entries.associate { it.key.toString() to plain(catalogue, it.value) }
        value is Enum<*> -> catalogue.constantName(value)
        value == null || value is Number || value is Boolean || value is String -> value
        else -> catalogue.spelledShortly(value)
    }
}
