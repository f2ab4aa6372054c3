package hydrangea.runner.run

import com.google.gson.JsonObject
import com.google.gson.JsonParseException
import com.google.gson.JsonParser
import hydrangea.models.Matrix
import hydrangea.models.Saved
import hydrangea.runner.UsageError
import java.io.IOException
import java.io.OutputStream
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.security.DigestOutputStream
import java.security.MessageDigest
import java.util.HexFormat
import kotlin.io.path.createDirectories
import kotlin.io.path.readLines
import kotlin.io.path.readText

/** A checkpoint that is cut or was altered. */
class DamagedCheckpoint(message: String, cause: Throwable? = null) : RuntimeException(message, cause)

/** A checkpoint of something of another shape; the message names the part. */
class UnfitCheckpoint(message: String) : RuntimeException(message)

/**
 * The state of something, in a folder: `state.json` with everything but the arrays, `arrays.safetensors` with these,
 * and `SHA256SUMS`, which `sha256sum -c SHA256SUMS` checks too.
 *
 * Equal matrices are written once: the contours of a target are in every picture of it.
 */
internal class Checkpoint(private val folder: Path) {
    fun write(part: Saved) {
        val store = SavingStore().also(part::exchange)
        val same = copies(store.arrays)
        val state = mapOf("format" to FORMAT, "hydrangea" to HYDRANGEA, "same" to same, "state" to store.rest)
        folder.createDirectories()
        val sums =
            summed(ARRAYS) { Safetensors.write(store.arrays - same.keys, it) } +
                summed(STATE) { it.write(json(state).toByteArray()) }
        store(folder.resolve(SUMS)) { it.write(sums.toByteArray()) }
        sync(folder)
    }

    /** The names of matrices that have appeared before, and under which name. */
    private fun copies(arrays: Map<String, Any>): Map<String, String> {
        val first = HashMap<Matrix, String>()
        return buildMap {
            for ((name, array) in arrays) if (array is Matrix) first.putIfAbsent(array, name)?.let { put(name, it) }
        }
    }

    private fun summed(file: String, write: (OutputStream) -> Unit): String {
        val digest = sha256()
        store(folder.resolve(file)) { DigestOutputStream(it, digest).apply(write).flush() }
        return line(file, digest)
    }

    /** @throws DamagedCheckpoint where it is not as it was written */
    fun verify() {
        val sums = reading(SUMS) { it.readLines() }
        for (file in listOf(ARRAYS, STATE)) {
            val digest = sha256()
            reading(file) { Files.copy(it, DigestOutputStream(OutputStream.nullOutputStream(), digest)) }
            if (line(file, digest).trimEnd() !in sums) throw DamagedCheckpoint("$file is cut or was altered")
        }
    }

    /**
     * Puts the kept state back into [part].
     *
     * @param whole whether [part] asks for all that was kept
     * @throws UnfitCheckpoint where [part] is of another shape; it is not to be used then
     */
    fun restore(part: Saved, whole: Boolean = true) {
        val content = reading(STATE) { JsonParser.parseString(it.readText()).asJsonObject }
        if (content["format"].asInt != FORMAT) throw UsageError(foreign(content))
        val arrays = reading(ARRAYS) { file -> FileChannel.open(file).use(Safetensors::read) }
        val same = content["same"].asJsonObject.asMap().mapValues { (_, first) -> arrays.getValue(first.asString) }
        val store = RestoringStore(arrays + same, content["state"].asJsonObject)
        part.exchange(store)
        if (whole) store.finish()
    }

    private fun foreign(content: JsonObject): String {
        val other = content["hydrangea"].asString
        return "$folder was written by hydrangea $other in format ${content["format"]}; " +
            "this is hydrangea $HYDRANGEA, which reads format $FORMAT: resume with hydrangea $other"
    }

    private fun <T> reading(file: String, read: (Path) -> T): T =
        try {
            read(folder.resolve(file))
        } catch (e: IOException) {
            throw DamagedCheckpoint("$file cannot be read", e)
        } catch (e: JsonParseException) {
            throw DamagedCheckpoint("$file is no JSON", e)
        }

    private fun line(file: String, digest: MessageDigest) = "${hex(digest)}  $file\n"

    private companion object {
        /** To be changed with the form of the files, not with what an experiment keeps. */
        const val FORMAT = 2
        const val ARRAYS = "arrays.safetensors"
        const val STATE = "state.json"
        const val SUMS = "SHA256SUMS"
        val HYDRANGEA = Provenance.versions.getValue("hydrangea")
    }
}

internal fun sha256(text: String) = hex(sha256().apply { update(text.toByteArray()) })

private fun sha256() = MessageDigest.getInstance("SHA-256")

private fun hex(digest: MessageDigest) = HexFormat.of().formatHex(digest.digest())
