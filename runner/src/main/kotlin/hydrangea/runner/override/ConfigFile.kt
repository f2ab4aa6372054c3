package hydrangea.runner.override

import com.sksamuel.hoplite.ArrayNode
import com.sksamuel.hoplite.MapNode
import com.sksamuel.hoplite.Node
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
        val text = text(node) ?: return Unit.also { problem(line, "$key: $UNTYPED") }
        override("$key=$text", line)
    }

    private fun override(text: String, line: Int?) {
        try {
            overrides += parseOverride(text, origin, line)
        } catch (e: SyntaxError) {
            problem(line, located(text, e))
        }
    }

    private fun oldRun(root: MapNode) {
        val version = text(root.map.getValue(VERSION_KEY))
        if (version != VERSION.toString()) {
            problem(line(root), "is of version $version of the configuration; this program reads version $VERSION")
            return
        }
        (root.map["parameters"] as? MapNode)?.map?.forEach { (name, value) -> said(name, value) }
        (root.map["overrides"] as? ArrayNode)?.elements?.forEach {
            override((it as? StringNode)?.value.orEmpty(), line(it))
        }
        val resolved = root.map["resolved"]?.let(::storedTree) ?: emptyMap()
        old = OldRun(path.toString(), resolved)
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
        private const val UNTYPED = "a mapping in a list needs a type, the name of an entry of `list`"
    }
}
