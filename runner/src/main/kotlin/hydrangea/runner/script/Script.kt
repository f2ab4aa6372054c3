package hydrangea.runner.script

import hydrangea.runner.ExitCode
import hydrangea.runner.UsageError
import java.nio.file.InvalidPathException
import java.nio.file.Path

/** A source with the scripts that it imports. */
internal class Script(val source: Source, val named: List<String>, imports: List<Script>) {
    /** Its imports and theirs, each once and before its importers. */
    val imported: List<Script> = imports.flatMap { it.imported + it }.distinct()

    /** All that takes part in it, itself last. */
    val all: List<Script> = imported + this
}

/** Reads a script and all that it imports; every import that cannot be read is reported. */
internal fun readScript(path: Path): Script = ScriptReader().read(path)

private class ScriptReader {
    private val done = HashMap<Path, Script>()
    private val open = LinkedHashMap<Path, Source>()
    private val faults = ArrayList<Diagnostic>()

    fun read(path: Path): Script {
        val script =
            try {
                script(path.toAbsolutePath().normalize())
            } catch (e: Unreadable) {
                throw UsageError(e.message)
            }
        if (faults.isNotEmpty()) throw UsageError(faults.map { it.render() }, ExitCode.SCRIPT)
        return script
    }

    private fun script(path: Path): Script {
        val source = readSource(path)
        val key = path.toRealPath()
        open[key] = source
        val head = Head(source.text)
        val imports = head.imports.mapNotNull { import(source, it) }
        open.remove(key)
        return Script(source, head.imports.mapNotNull { it.path }, imports).also { done[key] = it }
    }

    private fun import(from: Source, named: Head.Named): Script? =
        try {
            val path = from.path.resolveSibling(named.path ?: throw Unreadable(NOT_PLAIN)).normalize()
            val key = if (path.toFile().exists()) path.toRealPath() else path
            if (key in open) throw Unreadable("the imports go round in a circle: ${circle(key)}")
            done[key] ?: script(path)
        } catch (e: Unreadable) {
            faults += Diagnostic.at(from, named.offset, named.width, e.message)
            null
        } catch (e: InvalidPathException) {
            faults += Diagnostic.at(from, named.offset, named.width, "this is not a path: ${e.reason}")
            null
        }

    private fun circle(start: Path): String {
        val round = open.entries.dropWhile { it.key != start }.map { it.value.path.shown() }
        return (round + round.first()).joinToString(" imports ")
    }

    private companion object {
        const val NOT_PLAIN = "an import is named in plain quotes: @file:Import(\"other$SCRIPT_EXTENSION\")"
    }
}
