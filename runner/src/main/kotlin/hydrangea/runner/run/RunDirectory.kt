package hydrangea.runner.run

import hydrangea.runner.UsageError
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

/** The folder of one run, held by one process at a time. */
class RunDirectory private constructor(val path: Path, private val lock: FileChannel, private val made: List<Path>) :
    AutoCloseable {
    val record: Path = path.resolve("run.json")
    val status: Path = path.resolve("status.json")
    val config: Path = path.resolve("config.yaml")
    val script: Path = path.resolve("script")
    val metrics: Path = path.resolve("metrics.csv")
    val plots: Path = path.resolve("plots")
    internal val checkpoints = Checkpoints(path.resolve("checkpoint"))
    val reserve: Path = path.resolve(".reserve")
    val log: Path = path.resolve("run.log")

    /** Lets go of the directory. */
    override fun close() = lock.close()

    /** Removes the directory, and the parents that were made for it: nothing ran here. */
    fun discard() {
        close()
        path.toFile().deleteRecursively()
        made.filter { it != path }.forEach { it.toFile().delete() } // refuses where another run has moved in
    }

    companion object {
        private val TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault())
        private val RANDOM = SecureRandom()

        /** A new directory `out/name/<time>-<id>`: never one that was there before. */
        fun create(out: Path, name: String, now: Instant, id: () -> String = ::shortId): RunDirectory {
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

        /** An existing run directory, to go on in it. */
        fun open(path: Path): RunDirectory {
            val run = runDirectoryAt(path)
            return try {
                locked(run, emptyList())
            } catch (e: IOException) {
                throw UsageError("cannot write to the run directory: ${reason(e)}")
            }
        }

        private fun shortId() = "%06x".format(RANDOM.nextInt(1 shl 24))

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

        private fun locked(path: Path, made: List<Path>): RunDirectory {
            val channel = FileChannel.open(path.resolve(LOCK), CREATE, WRITE)
            val lock =
                try {
                    channel.tryLock()
                } catch (_: OverlappingFileLockException) {
                    null
                }
            if (lock != null) return RunDirectory(path, channel, made)
            channel.close()
            throw UsageError(inUse(path))
        }
    }
}
