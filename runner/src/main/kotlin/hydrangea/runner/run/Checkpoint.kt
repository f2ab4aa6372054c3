package hydrangea.runner.run

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParseException
import com.google.gson.JsonParser
import hydrangea.models.Saved
import java.io.IOException
import java.io.OutputStream
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.security.DigestOutputStream
import java.security.MessageDigest
import kotlin.io.path.createDirectories
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText

/** A checkpoint that is cut, altered, or of another experiment. */
class UnreadableCheckpoint(message: String, cause: Throwable? = null) : RuntimeException(message, cause)

/**
 * The state of something, in a folder: `state.json` with everything but the arrays, which are in the safetensors file
 * that it names; both with their checksums.
 *
 * The arrays come first, in a new file, and then `state.json` is replaced in one step: at every moment the folder holds
 * one whole checkpoint.
 */
class Checkpoint(private val folder: Path) {
    private val state = folder.resolve("state.json")

    fun exists() = Files.exists(state)

    fun save(part: Saved) {
        val store = SavingStore().also(part::exchange)
        folder.createDirectories()
        val arrays = "arrays-${(numbers().maxOrNull() ?: 0) + 1}.safetensors"
        val digest = MessageDigest.getInstance("SHA-256")
        replace(folder.resolve(arrays)) { Safetensors.write(store.arrays, DigestOutputStream(it, digest)) }
        replace(
            state,
            json(
                mapOf(
                    "format" to FORMAT,
                    "arrays" to arrays,
                    "arraysSha256" to hex(digest),
                    "state" to store.rest,
                    "stateSha256" to sha256("${store.rest}"),
                )
            ),
        )
        folder.listDirectoryEntries("arrays-*").filter { it.name != arrays }.forEach(Files::delete)
    }

    /**
     * Puts the kept state back into [part].
     *
     * @throws UnreadableCheckpoint with [part] untouched where the files are damaged
     */
    fun restore(part: Saved) {
        val content = content()
        val store = RestoringStore(arrays(content), content["state"].asJsonObject)
        part.exchange(store)
        val left = store.left()
        if (left.isNotEmpty()) throw UnreadableCheckpoint("this experiment has no ${left.joinToString()}")
    }

    private fun content(): JsonObject {
        val content = reading(state) { JsonParser.parseString(state.readText()) } as? JsonObject
        if (content?.keySet() != KEYS) throw UnreadableCheckpoint("$state is no checkpoint")
        val format = content["format"]
        if (format.asString != "$FORMAT") throw UnreadableCheckpoint("$state has format $format, known is $FORMAT")
        intact(state, sha256("${content["state"]}"), content["stateSha256"])
        return content
    }

    private fun arrays(content: JsonObject): Map<String, Any> {
        val file = folder.resolve(content["arrays"].asString)
        return reading(file) {
            val digest = MessageDigest.getInstance("SHA-256")
            Files.copy(file, DigestOutputStream(OutputStream.nullOutputStream(), digest))
            intact(file, hex(digest), content["arraysSha256"])
            FileChannel.open(file).use(Safetensors::read)
        }
    }

    private fun intact(file: Path, digest: String, wanted: JsonElement) {
        if (digest != wanted.asString) throw UnreadableCheckpoint("$file is cut or was altered: its checksum differs")
    }

    private fun <T> reading(file: Path, read: () -> T): T =
        try {
            read()
        } catch (e: IOException) {
            throw UnreadableCheckpoint("$file cannot be read: ${reason(e)}", e)
        } catch (e: JsonParseException) {
            throw UnreadableCheckpoint("$file is cut or was altered: it is no JSON", e)
        }

    private fun numbers() =
        folder.listDirectoryEntries("arrays-*.safetensors").mapNotNull {
            it.name.removePrefix("arrays-").removeSuffix(".safetensors").toIntOrNull()
        }

    private companion object {
        const val FORMAT = 1
        val KEYS = setOf("format", "arrays", "arraysSha256", "state", "stateSha256")
    }
}

internal fun sha256(text: String) = hex(MessageDigest.getInstance("SHA-256").apply { update(text.toByteArray()) })

private fun hex(digest: MessageDigest) = digest.digest().joinToString("") { "%02x".format(it) }
