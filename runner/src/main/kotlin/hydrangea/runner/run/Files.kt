package hydrangea.runner.run

import java.io.IOException
import java.io.OutputStream
import java.nio.ByteBuffer
import java.nio.channels.Channels
import java.nio.channels.FileChannel
import java.nio.file.AccessDeniedException
import java.nio.file.FileAlreadyExistsException
import java.nio.file.FileSystemException
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import java.nio.file.StandardOpenOption.CREATE
import java.nio.file.StandardOpenOption.READ
import java.nio.file.StandardOpenOption.TRUNCATE_EXISTING
import java.nio.file.StandardOpenOption.WRITE

/** Puts [bytes] into [file] in one step: whoever reads sees the old content or the new one, also after a power cut. */
internal fun replace(file: Path, bytes: ByteArray) = replace(file) { it.write(bytes) }

internal fun replace(file: Path, text: String) = replace(file, text.toByteArray())

internal fun replace(file: Path, write: (OutputStream) -> Unit) {
    val aside = file.resolveSibling(".${file.fileName}.tmp")
    try {
        store(aside, write)
        Files.move(aside, file, ATOMIC_MOVE, REPLACE_EXISTING)
    } catch (e: IOException) {
        Files.deleteIfExists(aside)
        throw UnwritableFile(file, e)
    }
}

/** Adds [bytes] to the end of [file], open as [channel]: as a whole or not at all, also on a full disk. */
internal fun append(file: Path, channel: FileChannel, bytes: ByteArray) {
    val before = channel.position()
    try {
        val left = ByteBuffer.wrap(bytes)
        while (left.hasRemaining()) channel.write(left)
    } catch (e: IOException) {
        channel.truncate(before)
        throw UnwritableFile(file, e)
    }
}

/** Writes [file], and returns when it is on the disk. */
internal fun store(file: Path, write: (OutputStream) -> Unit) =
    FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING).use {
        Channels.newOutputStream(it).buffered().apply(write).flush()
        it.force(true)
    }

/** Lets what was made or renamed in [folder] last through a power cut, where the system knows how (not Windows). */
internal fun sync(folder: Path) {
    try {
        FileChannel.open(folder, READ).use { it.force(true) }
    } catch (_: IOException) {
        return
    }
}

/** Room on the disk, kept for the last words of a run: where the disk is full, they still have to say so. */
internal class Reserve(private val file: Path) {
    init {
        replace(file, ByteArray(SIZE))
    }

    /** Gives the room back. */
    fun free() = Files.deleteIfExists(file)

    private companion object {
        const val SIZE = 1 shl 16
    }
}

/** A file of the run directory cannot be written: the disk is full, or the folder has gone. */
class UnwritableFile(file: Path, cause: IOException) : IOException("cannot write $file: ${reason(cause)}", cause)

internal fun reason(e: IOException): String =
    when (e) {
        is AccessDeniedException -> "${e.file}: permission denied"
        is NoSuchFileException -> "${e.file} does not exist"
        is FileAlreadyExistsException -> "${e.file} is not a folder"
        is FileSystemException -> "${e.file}: ${e.reason}"
        else -> e.message ?: e.toString()
    }
