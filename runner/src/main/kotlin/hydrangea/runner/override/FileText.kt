package hydrangea.runner.override

import com.sksamuel.hoplite.Node
import com.sksamuel.hoplite.Pos
import com.sksamuel.hoplite.yaml.YamlParser
import java.io.IOException
import java.nio.charset.CharacterCodingException
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.extension

/** What is wrong with a file, at a line of it where one is known. */
internal class FileFault(file: String, line: Int?, what: String) : Exception("${placed(file, line)}: $what")

internal fun placed(file: String, line: Int?): String = file + (line?.let { ":$it" } ?: "")

/** The text of a file in UTF-8, without the mark at its beginning; [name] is how the user calls it. */
internal fun textOf(path: Path, name: String = "$path"): String =
    try {
        Files.readString(path).removePrefix("\uFEFF")
    } catch (_: CharacterCodingException) {
        throw FileFault(name, null, "is not a text in UTF-8")
    } catch (e: IOException) {
        throw FileFault(name, null, if (path.exists()) "cannot be read: ${e.message}" else "there is no such file")
    }

/** What a file of keys and values holds, by the language that its name says. */
internal fun nodeOf(path: Path): Node {
    val text = textOf(path)
    return when (path.extension.lowercase()) {
        "yaml",
        "yml" -> yamlNode(path, text)
        "conf",
        "hocon" -> hoconNode(path)
        else -> throw FileFault("$path", null, "a configuration is YAML (.yaml, .yml) or HOCON (.conf, .hocon)")
    }
}

internal fun yamlNode(path: Path, text: String): Node =
    try {
        YamlParser().load(text.byteInputStream(), path.toString())
    } catch (e: RuntimeException) {
        throw syntax(path, e.message.orEmpty())
    }

/** The parser's message ends with the problem, then the place and the text there. */
private fun syntax(path: Path, message: String): FileFault {
    val line = Regex("line (\\d+), column").findAll(message).lastOrNull()?.groupValues?.get(1)?.toInt()
    val what = message.lines().lastOrNull { it.isNotBlank() && !it.startsWith(" ") } ?: "is no YAML"
    return FileFault("$path", line, what)
}

/** The line of a node, counted from 1. */
internal fun line(node: Node): Int? =
    when (val place = node.pos) {
        is Pos.LineColPos -> place.line + 1
        is Pos.LinePos -> place.line.takeIf { it > 0 }
        else -> null
    }
