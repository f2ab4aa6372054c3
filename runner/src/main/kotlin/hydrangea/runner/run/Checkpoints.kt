package hydrangea.runner.run

import hydrangea.models.Saved
import hydrangea.runner.UsageError
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import kotlin.io.path.createDirectories
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name

/**
 * The checkpoints of a run, `000001`, `000002`, ...: each is written aside and renamed, so that it is there as a whole
 * or not at all, and two are kept, the newest and the good one before it.
 *
 * Two, since what is on a disk may rot: a checkpoint that is cut or altered is noticed by its checksums, and the one
 * before serves. Whatever else lies in the folder goes only when a new checkpoint is complete.
 */
internal class Checkpoints(private val folder: Path) {
    /** The newest that is known to be good: saved or restored here. */
    private var good: Int? = null

    fun exist() = numbers().isNotEmpty()

    fun save(part: Saved) {
        val number = (numbers().maxOrNull() ?: 0) + 1
        val aside = folder.resolve(".${name(number)}.tmp")
        try {
            folder.createDirectories()
            Checkpoint(aside).write(part)
            Files.move(aside, folder.resolve(name(number)), ATOMIC_MOVE)
            sync(folder)
        } catch (e: IOException) {
            throw UnwritableFile(folder.resolve(name(number)), e)
        } finally {
            aside.toFile().deleteRecursively()
        }
        clear(setOf(number, good))
        good = number
    }

    private fun clear(kept: Set<Int?>) {
        for (entry in folder.listDirectoryEntries()) {
            val old = number(entry)?.let { it !in kept } ?: entry.name.endsWith(".tmp")
            if (old) entry.toFile().deleteRecursively()
        }
    }

    /**
     * Puts the newest good checkpoint back into [part].
     *
     * @param warn is told of newer ones that are damaged
     * @return its name, or null where none was ever completed
     * @throws UsageError where all are damaged, or the newest is of another format
     * @throws UnfitCheckpoint where [part] is of another shape
     */
    fun restore(part: Saved, warn: (String) -> Unit): String? = restore(part, whole = true, warn)

    /** As [restore], of what [part] asks for, while whoever holds the folder may go on saving. */
    fun read(part: Saved, warn: (String) -> Unit): String? {
        val before = numbers().maxOrNull()
        return try {
            restore(part, whole = false, warn)
        } catch (e: RuntimeException) {
            val gone = e is UsageError || e is DamagedCheckpoint
            if (gone && numbers().maxOrNull() != before) read(part, warn) else throw e
        }
    }

    private fun restore(part: Saved, whole: Boolean, warn: (String) -> Unit): String? {
        if (!folder.isDirectory() || folder.listDirectoryEntries().all { it.name.endsWith(".tmp") }) return null
        val damaged = mutableListOf<String>()
        for (number in numbers().sortedDescending()) {
            val checkpoint = Checkpoint(folder.resolve(name(number)))
            try {
                checkpoint.verify()
            } catch (e: DamagedCheckpoint) {
                damaged += "${name(number)}: ${e.message}"
                continue
            }
            damaged.forEach { warn("a damaged checkpoint, $it; using the one before, ${name(number)}") }
            checkpoint.restore(part, whole)
            good = number
            return name(number)
        }
        val reasons = damaged.ifEmpty { listOf("it holds something else") }
        throw UsageError(
            "$folder holds no checkpoint that can be read (${reasons.joinToString("; ")}); " +
                "to train anew, say: ${said("rerun", folder.toAbsolutePath().parent)}"
        )
    }

    private fun numbers() =
        if (folder.isDirectory()) folder.listDirectoryEntries().mapNotNull(::number) else emptyList()

    private fun number(entry: Path) = entry.name.takeIf(NAME::matches)?.toInt()

    private fun name(number: Int) = "%06d".format(number)

    private companion object {
        val NAME = Regex("\\d{6,9}")
    }
}
