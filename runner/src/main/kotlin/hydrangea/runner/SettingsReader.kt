package hydrangea.runner

import com.sksamuel.hoplite.MapNode
import com.sksamuel.hoplite.Node
import com.sksamuel.hoplite.StringNode
import com.sksamuel.hoplite.Undefined
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.override.FileFault
import hydrangea.runner.override.line
import hydrangea.runner.override.placed
import hydrangea.runner.override.text
import hydrangea.runner.override.textOf
import hydrangea.runner.override.yamlNode
import java.nio.file.Path
import kotlin.io.path.exists

/** The settings in [file], where there is one, and over it in variables such as `HYDRANGEA_THREADS`. */
internal fun readSettings(file: Path, environment: (String) -> String?): Settings =
    SettingsReader(file, environment).read()

/** A setting as a text, the place where it is said, and the folder that paths are relative to there. */
private class Stated(val text: String, val place: String, val folder: Path)

private class SettingsReader(private val file: Path, private val environment: (String) -> String?) {
    private val problems = mutableListOf<String>()
    private val stated = fromFile() + fromEnvironment()

    fun read(): Settings {
        val default = Settings()
        val settings =
            Settings(
                device = setting("device", default.device, ::device),
                threads = setting("threads", default.threads, ::count),
                jobs = setting("jobs", default.jobs, ::count),
                out = setting("out", default.out, ::folder),
                origins = stated.mapValues { it.value.place },
            )
        if (problems.isNotEmpty()) throw UsageError(problems)
        return settings
    }

    private fun fromFile(): Map<String, Stated> =
        try {
            if (file.exists()) stated(yamlNode(file, textOf(file))) else emptyMap()
        } catch (e: FileFault) {
            throw UsageError(e.message.orEmpty())
        }

    private fun stated(root: Node): Map<String, Stated> =
        when (root) {
            is MapNode ->
                root.map.filter { (name, node) -> known(name, node) }.mapValues { stated(it.value, place(it.value)) }
            is Undefined -> emptyMap()
            else -> throw FileFault("$file", line(root), "expected settings, such as threads: 2")
        }

    private fun stated(node: Node, place: String) =
        Stated((node as? StringNode)?.value ?: text(node) ?: "a mapping", place, file.parent)

    private fun known(name: String, node: Node): Boolean {
        if (name in NAMES) return true
        val near = didYouMean(name, NAMES).ifEmpty { "; there are ${NAMES.joinToString()}" }
        problems += "${place(node)}: there is no setting $name$near"
        return false
    }

    private fun place(node: Node) = placed("$file", line(node))

    private fun fromEnvironment(): Map<String, Stated> = buildMap {
        for (name in NAMES) {
            val variable = "HYDRANGEA_${name.uppercase()}"
            val text = environment(variable).orEmpty()
            if (text.isNotEmpty()) put(name, Stated(text, variable, Path.of("")))
        }
    }

    private fun <T> setting(name: String, default: T, read: (Stated) -> T): T {
        val said = stated[name] ?: return default
        return try {
            read(said)
        } catch (e: IllegalArgumentException) {
            problems += "${said.place}: $name=${said.text}: ${e.message}"
            default
        }
    }

    private fun count(said: Stated): Int =
        requireNotNull(said.text.toIntOrNull()?.takeIf { it >= 1 }) { "expected a whole number of at least 1" }

    private fun device(said: Stated): String = Settings.device(said.text)

    private fun folder(said: Stated): Path {
        val home = System.getProperty("user.home")
        return said.folder.resolve(if (said.text.startsWith("~/")) home + said.text.drop(1) else said.text)
    }

    private companion object {
        val NAMES = listOf("device", "threads", "jobs", "out")
    }
}
