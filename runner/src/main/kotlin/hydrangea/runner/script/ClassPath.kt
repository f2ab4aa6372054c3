package hydrangea.runner.script

import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.BasicFileAttributes
import java.util.zip.ZipFile
import kotlin.io.path.invariantSeparatorsPathString
import kotlin.io.path.isDirectory
import kotlin.io.path.isRegularFile
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.relativeTo

/** The directories and jars whose classes a script can name. */
class ClassPath(entries: List<Path>) {
    val entries: List<Path> = entries.map { it.toAbsolutePath() }.filter { Files.exists(it) }

    /**
     * Changes with what scripts compile against.
     *
     * What is still being developed (directories, snapshots) counts by content, so that a rebuild without a change
     * keeps the cache. A release counts by size and time: reading a hundred megabytes would cost more than it can find.
     */
    internal fun digest(into: Digest) {
        for (entry in entries) {
            when {
                entry.isDirectory() -> directory(entry, into)
                "SNAPSHOT" in entry.name -> snapshot(entry, into)
                else -> release(entry, into)
            }
        }
    }

    /** Changes with what is still being developed, and with the names, which hold the versions, of all else. */
    fun identity(): String {
        val digest = Digest()
        for (entry in entries) {
            when {
                entry.isDirectory() -> directory(entry, digest)
                "SNAPSHOT" in entry.name -> snapshot(entry, digest)
                else -> digest.add(entry.name)
            }
        }
        return digest.hex().take(IDENTITY_DIGITS)
    }

    private fun directory(entry: Path, into: Digest) {
        val files = Files.walk(entry).use { all -> all.filter { it.isRegularFile() }.sorted().toList() }
        for (file in files) into.add(file.relativeTo(entry).invariantSeparatorsPathString).add(file.readBytes())
    }

    private fun snapshot(entry: Path, into: Digest) =
        ZipFile(entry.toFile()).use { jar ->
            into.add(entry.name)
            jar.stream().filter { !it.isDirectory }.forEach { into.add("${it.name} ${it.crc} ${it.size}") }
        }

    private fun release(entry: Path, into: Digest) {
        val file = Files.readAttributes(entry, BasicFileAttributes::class.java)
        into.add("${entry.name} ${file.size()} ${file.lastModifiedTime().toMillis()}")
    }

    companion object {
        private const val IDENTITY_DIGITS = 12

        /** The class path of this process. */
        fun ofThisProcess(): ClassPath =
            ClassPath(System.getProperty("java.class.path").split(File.pathSeparator).map(Path::of))
    }
}
