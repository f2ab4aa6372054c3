package hydrangea.runner.override

import com.sksamuel.hoplite.ArrayNode
import com.sksamuel.hoplite.MapNode
import com.sksamuel.hoplite.Node
import com.sksamuel.hoplite.StringNode
import com.sksamuel.hoplite.Undefined
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

    init {
        read()?.let { if (it is MapNode && VERSION_KEY in it.map) oldRun(it) else settings(it) }
    }

    private fun read(): Node? =
        try {
            nodeOf(path)
        } catch (e: FileFault) {
            problems += e.message.orEmpty()
            null
        }

    private fun settings(node: Node) {
        when (node) {
            is MapNode -> node.map.forEach { (name, value) -> flatten(name, value) }
            is Undefined -> Unit
            else -> problem(node, "expected keys and values, such as updates: 1000")
        }
    }

    private fun flatten(prefix: String, node: Node) {
        if (node is MapNode && TYPE !in node.map) node.map.forEach { (name, value) -> flatten("$prefix.$name", value) }
        else said(prefix, node)
    }

    private fun said(key: String, node: Node) {
        val text = text(node) ?: return problem(node, "$key: $UNTYPED")
        override("$key=$text", node)
    }

    private fun override(text: String, node: Node) {
        try {
            overrides += parseOverride(text, Origin.Config(file(node)), line(node))
        } catch (e: SyntaxError) {
            problem(node, located(text, e))
        }
    }

    private fun oldRun(root: MapNode) {
        val version = text(root.map.getValue(VERSION_KEY))
        if (version != VERSION.toString()) {
            problem(root, "is of version $version of the configuration; this program reads version $VERSION")
            return
        }
        (root.map["parameters"] as? MapNode)?.map?.forEach { (name, value) -> said(name, value) }
        (root.map["overrides"] as? ArrayNode)?.elements?.forEach { override((it as? StringNode)?.value.orEmpty(), it) }
        val resolved = root.map["resolved"]?.let(::storedTree) ?: emptyMap()
        old = OldRun(path.toString(), resolved)
    }

    /** The file of a node, this one or one that it includes. */
    private fun file(node: Node) = node.pos.source() ?: "$path"

    private fun problem(node: Node, what: String) {
        problems += "${placed(file(node), line(node))}: $what"
    }

    companion object {
        const val VERSION_KEY = "hydrangea"
        const val VERSION = 1
        const val TYPE = "type"
        private const val UNTYPED = "a mapping in a list needs a type, the name of an entry of `list`"
    }
}
