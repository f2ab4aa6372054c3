package hydrangea.runner.override

import com.sksamuel.hoplite.ArrayNode
import com.sksamuel.hoplite.BooleanNode
import com.sksamuel.hoplite.MapNode
import com.sksamuel.hoplite.Node
import com.sksamuel.hoplite.NullNode
import com.sksamuel.hoplite.NumberNode
import com.sksamuel.hoplite.Pos
import com.sksamuel.hoplite.StringNode
import com.sksamuel.hoplite.Undefined
import com.sksamuel.hoplite.yaml.YamlParser
import java.io.IOException
import java.nio.charset.CharacterCodingException
import java.nio.file.Files
import java.nio.file.Path

/** The resolved tree that an old run stored: value texts by key. */
internal data class OldRun(val file: String, val resolved: Map<String, String>)

/**
 * What a `--config` file says: keys of any depth, nested or dotted; or, when it is the `config.yaml` of a run, what was
 * said then.
 */
internal class ConfigFile(private val path: Path) {
    val problems = mutableListOf<String>()
    val overrides = mutableListOf<Override>()
    var old: OldRun? = null
        private set

    private val origin = Origin.Config(path.toString())

    init {
        read()?.let { if (it is MapNode && VERSION_KEY in it.map) oldRun(it) else settings(it) }
    }

    private fun read(): Node? =
        try {
            val text = Files.readString(path).removePrefix("\uFEFF")
            YamlParser().load(text.byteInputStream(), path.toString())
        } catch (_: CharacterCodingException) {
            problem(null, "is not a text in UTF-8")
        } catch (e: IOException) {
            problem(null, if (Files.exists(path)) "cannot be read: ${e.message}" else "there is no such file")
        } catch (e: RuntimeException) {
            syntax(e.message.orEmpty())
        }

    /** The parser's message ends with the problem, then the place and the text there. */
    private fun syntax(message: String): Nothing? {
        val line = Regex("line (\\d+), column").findAll(message).lastOrNull()?.groupValues?.get(1)?.toInt()
        return problem(line, message.lines().lastOrNull { it.isNotBlank() && !it.startsWith(" ") } ?: "is no YAML")
    }

    private fun settings(node: Node) {
        when (node) {
            is MapNode -> node.map.forEach { (name, value) -> flatten(name, value) }
            is Undefined -> Unit
            else -> problem(line(node), "expected keys and values, such as updates: 1000")
        }
    }

    private fun flatten(prefix: String, node: Node) {
        if (node is MapNode && TYPE !in node.map) node.map.forEach { (name, value) -> flatten("$prefix.$name", value) }
        else said(prefix, node)
    }

    private fun said(key: String, node: Node) {
        val line = line(node)
        try {
            val text = text(node)
            overrides += parseOverride("$key=$text", origin, line)
        } catch (e: SyntaxError) {
            problem(line, located("$key=${runCatching { text(node) }.getOrDefault("")}", e))
        }
    }

    /** A node in the grammar of overrides. */
    private fun text(node: Node): String =
        when (node) {
            is NullNode -> "null"
            is StringNode -> SPECIAL[node.value.lowercase()] ?: scalar(node.value)
            is NumberNode -> node.value.toString()
            is BooleanNode -> node.value.toString()
            is ArrayNode -> node.elements.joinToString(", ", "[", "]", transform = ::text)
            is MapNode -> call(node)
            else -> ""
        }

    private fun scalar(text: String): String =
        try {
            parseValue(text)
            text
        } catch (_: SyntaxError) {
            "'" + text.replace("'", "\\'") + "'"
        }

    private fun call(node: MapNode): String {
        val name =
            node.map[TYPE] ?: throw SyntaxError("a mapping in a list needs a type, the name of an entry of `list`", 0)
        val arguments = node.map.filterKeys { it != TYPE }.map { (key, value) -> "$key=${text(value)}" }
        return if (arguments.isEmpty()) text(name) else arguments.joinToString(", ", "${text(name)}(", ")")
    }

    private fun oldRun(root: MapNode) {
        val version = text(root.map.getValue(VERSION_KEY))
        if (version != VERSION.toString()) {
            problem(line(root), "is of version $version of the configuration; this program reads version $VERSION")
            return
        }
        (root.map["parameters"] as? MapNode)?.map?.forEach { (name, value) -> said(name, value) }
        (root.map["overrides"] as? ArrayNode)?.elements?.forEach(::repeated)
        val resolved = LinkedHashMap<String, String>()
        root.map["resolved"]?.let { stored(Key(), it, resolved) }
        old = OldRun(path.toString(), resolved)
    }

    private fun repeated(node: Node) {
        val text = (node as? StringNode)?.value.orEmpty()
        try {
            overrides += parseOverride(text, origin, line(node))
        } catch (e: SyntaxError) {
            problem(line(node), located(text, e))
        }
    }

    /** The keys of a stored tree, as [stored] makes them of a new one. */
    private fun stored(key: Key, node: Node, into: MutableMap<String, String>) {
        when {
            node is MapNode && node.map.isNotEmpty() ->
                node.map.forEach { (name, value) -> stored(if (name == TYPE) key else key + name, value, into) }
            node is ArrayNode && node.elements.any { it is MapNode } ->
                node.elements.forEachIndexed { i, element -> stored(key + i.toString(), element, into) }
            else -> into[key.toString()] = canonical(if (node is MapNode) "{}" else text(node))
        }
    }

    private fun line(node: Node): Int? = (node.pos as? Pos.LineColPos)?.let { it.line + 1 }

    private fun problem(line: Int?, what: String): Nothing? {
        problems += "$path${line?.let { ":$it" } ?: ""}: $what"
        return null
    }

    companion object {
        const val VERSION_KEY = "hydrangea"
        const val VERSION = 1
        const val TYPE = "type"
        private val SPECIAL = mapOf(".inf" to "inf", "+.inf" to "inf", "-.inf" to "-inf", ".nan" to "nan")
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
        is Value.Call -> value.text
    }
