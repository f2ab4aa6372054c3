package hydrangea.runner.script

import java.io.ByteArrayOutputStream
import java.io.DataInputStream
import java.io.DataOutputStream
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.util.zip.ZipEntry
import java.util.zip.ZipInputStream
import java.util.zip.ZipOutputStream
import kotlin.io.path.deleteIfExists
import kotlin.io.path.inputStream
import kotlin.io.path.writeBytes

/**
 * Compiled scripts, one jar each, in a directory that any number of processes share.
 *
 * A jar appears whole or not at all, and its last entry, the index, holds a digest of the rest: what is cut off,
 * damaged or foreign is no entry, and its script is compiled again.
 */
internal class Cache(private val directory: Path) {
    fun read(name: String, script: Script): Compilation? =
        try {
            ZipInputStream(directory.resolve(name).inputStream().buffered()).use { parse(it, script) }
        } catch (_: IOException) {
            null
        } catch (_: IllegalArgumentException) {
            null // how ZipInputStream refuses an unreadable entry name
        }

    fun write(name: String, compilation: Compilation, script: Script) {
        // A cache that cannot be written costs time, not the run.
        try {
            Files.createDirectories(directory)
            val aside = Files.createTempFile(directory, "writing", ".tmp")
            try {
                aside.writeBytes(format(compilation, script))
                Files.move(aside, directory.resolve(name), ATOMIC_MOVE)
            } finally {
                aside.deleteIfExists()
            }
        } catch (_: IOException) {
            return
        }
    }

    private fun format(compilation: Compilation, script: Script): ByteArray {
        val bytes = ByteArrayOutputStream()
        ZipOutputStream(bytes).use { jar ->
            for ((path, content) in compilation.classes) {
                jar.putNextEntry(ZipEntry(path))
                jar.write(content)
            }
            jar.putNextEntry(ZipEntry(INDEX))
            DataOutputStream(jar).writeIndex(compilation, script)
        }
        return bytes.toByteArray()
    }

    private fun parse(jar: ZipInputStream, script: Script): Compilation? {
        val classes = LinkedHashMap<String, ByteArray>()
        while (true) {
            val entry = jar.nextEntry ?: return null
            if (entry.name == INDEX) return DataInputStream(jar.readBytes().inputStream()).readIndex(classes, script)
            classes[entry.name] = jar.readBytes()
        }
    }

    private fun DataOutputStream.writeIndex(compilation: Compilation, script: Script) {
        writeText(digest(compilation.classes))
        writeAll(compilation.names, this::writeText)
        writeAll(compilation.warnings) { writeDiagnostic(it, script) }
    }

    private fun DataInputStream.readIndex(classes: Map<String, ByteArray>, script: Script): Compilation? {
        if (readText() != digest(classes)) return null
        return Compilation(readAll(this::readText), classes, readAll { readDiagnostic(script) })
    }

    private fun digest(classes: Map<String, ByteArray>): String =
        classes.entries.fold(Digest()) { digest, (path, content) -> digest.add(path).add(content) }.hex()

    private companion object {
        const val INDEX = "META-INF/hydrangea-script"
    }
}
