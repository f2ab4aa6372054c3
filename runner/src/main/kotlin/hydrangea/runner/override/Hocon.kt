package hydrangea.runner.override

import com.sksamuel.hoplite.MapNode
import com.sksamuel.hoplite.Node
import com.sksamuel.hoplite.decoder.DotPath
import com.sksamuel.hoplite.hocon.ValueProduction
import com.sksamuel.hoplite.hocon.toPos
import com.typesafe.config.ConfigException
import com.typesafe.config.ConfigFactory
import com.typesafe.config.ConfigObject
import com.typesafe.config.ConfigParseOptions
import com.typesafe.config.ConfigSyntax
import com.typesafe.config.ConfigValue
import java.nio.file.Path

/**
 * What a HOCON file holds, its substitutions resolved. Hoplite's own parser gets a stream: it could neither find the
 * files that are included beside this one, nor tell whose line is meant.
 */
internal fun hoconNode(path: Path): Node =
    try {
        val options = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setOriginDescription("$path")
        node(ConfigFactory.parseFile(path.toFile(), options).resolve().root(), "$path", DotPath.root)
    } catch (e: ConfigException) {
        throw fault(path, e)
    }

/** Objects come in no order: that of the lines it is, so that all runs list their keys alike. */
private fun node(value: ConfigValue, file: String, path: DotPath): Node {
    if (value !is ConfigObject) return ValueProduction(value, file, path)
    val entries = value.entries.sortedBy { it.value.origin().lineNumber() }
    val nodes =
        entries.associate { (key, inner) -> key to node(inner, inner.origin().filename() ?: file, path.with(key)) }
    return MapNode(nodes, value.origin().toPos(file), path)
}

/** Its message begins with the place, in its own manner. */
private fun fault(path: Path, e: ConfigException): FileFault {
    val origin = e.origin()
    val what = e.message.orEmpty().removePrefix("${origin?.description()}:").replace(EXCEPTION, "").trim()
    return FileFault(origin?.filename() ?: "$path", origin?.lineNumber()?.takeIf { it > 0 }, what)
}

private val EXCEPTION = Regex("""\b(?:\w+\.)+\w+Exception: """)
