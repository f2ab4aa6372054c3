package hydrangea.runner.override

import com.sksamuel.hoplite.ArrayNode
import com.sksamuel.hoplite.BooleanNode
import com.sksamuel.hoplite.MapNode
import com.sksamuel.hoplite.Node
import com.sksamuel.hoplite.NullNode
import com.sksamuel.hoplite.NumberNode
import com.sksamuel.hoplite.StringNode
import hydrangea.runner.catalogue.quotedText

/** A node of a file in the grammar of overrides, mappings with a type as calls; null for a mapping without. */
internal fun text(node: Node): String? =
    when (node) {
        is NullNode -> "null"
        is StringNode -> SPECIAL[node.value.lowercase()] ?: scalar(node.value)
        is NumberNode -> node.value.toString()
        is BooleanNode -> node.value.toString()
        is ArrayNode -> node.elements.map { text(it) ?: return null }.joinToString(", ", "[", "]")
        is MapNode -> call(node)
        else -> ""
    }

private val SPECIAL = mapOf(".inf" to "inf", "+.inf" to "inf", "-.inf" to "-inf", ".nan" to "nan")

private fun scalar(text: String): String =
    try {
        parseValue(text)
        text
    } catch (_: SyntaxError) {
        quotedText(text)
    }

private fun call(node: MapNode): String? {
    val name = text(node.map[ConfigFile.TYPE] ?: return null) ?: return null
    val arguments = node.map.filterKeys { it != ConfigFile.TYPE }.map { (key, it) -> "$key=${text(it) ?: return null}" }
    return if (arguments.isEmpty()) name else arguments.joinToString(", ", "$name(", ")")
}

/** A stored tree as texts by key, as [stored] makes them of a new one. */
internal fun storedTree(root: Node): Map<String, String> = buildMap { collect(Key(), root) }

private fun MutableMap<String, String>.collect(key: Key, node: Node) {
    when {
        node is MapNode && node.map.isNotEmpty() ->
            node.map.forEach { (name, value) -> collect(if (name == ConfigFile.TYPE) key else key + name, value) }
        node is ArrayNode && node.elements.any { it is MapNode } ->
            node.elements.forEachIndexed { i, element -> collect(key + i.toString(), element) }
        else -> put(key.toString(), if (node is MapNode) "{}" else canonical(text(node).orEmpty()))
    }
}

/** A value text in the one form in which equal values are equal texts. */
internal fun canonical(text: String): String =
    try {
        canonical(parseValue(text))
    } catch (_: SyntaxError) {
        text
    }

private fun canonical(value: Value): String =
    when (value) {
        is Value.Whole -> value.value.toString()
        is Value.Real -> value.value.toString()
        is Value.Text -> value.value
        is Value.Sequence -> value.items.joinToString(", ", "[", "]", transform = ::canonical)
        is Value.Truth -> value.value.toString()
        is Value.Null -> "null"
        is Value.Call,
        is Value.Dictionary,
        is Sweep -> value.text
    }
