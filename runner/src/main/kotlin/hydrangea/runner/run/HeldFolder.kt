package hydrangea.runner.run

import hydrangea.runner.UsageError
import hydrangea.runner.script.shown
import java.io.IOException
import java.nio.channels.FileChannel
import java.nio.channels.OverlappingFileLockException
import java.nio.file.FileAlreadyExistsException
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.nio.file.StandardOpenOption.CREATE
import java.nio.file.StandardOpenOption.WRITE
import java.security.SecureRandom
import java.time.Instant
import java.time.ZoneId
import java.time.format.DateTimeFormatter

internal const val LOCK = ".lock"

/** Six hexadecimal digits. */
internal fun shortId() = "%06x".format(RANDOM.nextInt(1 shl 24))

private val RANDOM = SecureRandom()

/** A folder of a run or a sweep, held by one process at a time. */
internal class HeldFolder
private constructor(val path: Path, private val lock: FileChannel, private val made: List<Path>) : AutoCloseable {
    /** Lets go of the folder. */
    override fun close() = lock.close()

    /** Removes the folder, and the parents that were made for it: nothing ran here. */
    fun discard() {
        close()
        path.toFile().deleteRecursively()
        made.filter { it != path }.forEach { it.toFile().delete() } // refuses where another run has moved in
    }

    companion object {
        private val TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault())

        /** A new folder `out/name/<time>-<id>`: never one that was there before. */
        fun create(out: Path, name: String, now: Instant, id: () -> String): HeldFolder {
            val made = mutableListOf<Path>()
            try {
                while (true) {
                    val path = out.toAbsolutePath().normalize().resolve(name).resolve("${TIME.format(now)}-${id()}")
                    if (make(path, made)) return locked(path, made)
                }
            } catch (e: IOException) {
                made.forEach { it.toFile().delete() }
                throw UsageError("cannot write to the output folder $out: ${reason(e)}; choose another with --out")
            }
        }

        /** A folder that is there already, to go on in it. */
        fun open(path: Path): HeldFolder =
            try {
                locked(path, emptyList())
            } catch (e: IOException) {
                throw UsageError("cannot write to ${path.shown()}: ${reason(e)}")
            }

        /** Whether [path] is new; its missing parents are made too, and added to [made], the innermost first. */
        private fun make(path: Path, made: MutableList<Path>): Boolean =
            try {
                Files.createDirectory(path)
                made.add(0, path)
                true
            } catch (_: FileAlreadyExistsException) {
                false
            } catch (e: NoSuchFileException) {
                val parent = path.parent ?: throw e
                if (!make(parent, made) && !Files.isDirectory(parent)) throw FileAlreadyExistsException("$parent")
                make(path, made)
            }

        private fun locked(path: Path, made: List<Path>): HeldFolder {
            val channel = FileChannel.open(path.resolve(LOCK), CREATE, WRITE)
            val lock =
                try {
                    channel.tryLock()
                } catch (_: OverlappingFileLockException) {
                    null
                }
            if (lock != null) return HeldFolder(path, channel, made)
            channel.close()
            throw UsageError(inUse(path))
        }
    }
}
