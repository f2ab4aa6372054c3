package hydrangea.runner.completion

import hydrangea.runner.UsageError
import hydrangea.runner.run.replace
import hydrangea.runner.script.CompiledScript
import java.io.IOException
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.getLastModifiedTime
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.useLines

/**
 * The keys and values of scripts for shells, which must find them without a JVM: for each script a file, below [folder]
 * under the script's own path. Its first line says what it was made from, the next ones the files whose change makes it
 * stale: those with a later time than its own.
 */
internal class Schemas(private val folder: Path) {
    /**
     * Makes that of [script] unless it is there.
     *
     * @param since a moment before the script was read: what has changed after it, a shell takes for newer
     */
    fun keep(script: CompiledScript, since: Instant, rows: () -> List<Row>) {
        // Without a schema a shell completes less, and that is all.
        try {
            val file = file(script.path)
            if (isCurrent(file, script)) return
            val text = text(script, rows())
            file.parent.createDirectories()
            replace(file, text)
            file.setLastModifiedTime(FileTime.from(since))
        } catch (_: IOException) {
            return
        } catch (_: UsageError) {
            return
        }
    }

    private fun file(script: Path): Path {
        val place = script.toAbsolutePath().parent.toRealPath()
        return folder.resolve(place.root.relativize(place)).resolve(script.fileName)
    }

    private fun isCurrent(file: Path, script: CompiledScript) =
        file.exists() &&
            file.useLines { it.firstOrNull() } == head(script) &&
            script.sources.all { it.path.getLastModifiedTime() <= file.getLastModifiedTime() }

    private fun head(script: CompiledScript) = "of ${script.key}"

    private fun text(script: CompiledScript, rows: List<Row>) = buildString {
        appendLine(head(script))
        script.sources.forEach { appendLine("made of ${it.path}") }
        rows.forEach { append(it.line()) }
    }
}
