package hydrangea.runner.script

import hydrangea.dsl.script.FILE_EXTENSION
import java.io.IOException
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.nio.file.AccessDeniedException
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.name

/** How the names of scripts end. */
const val SCRIPT_EXTENSION = ".$FILE_EXTENSION"

/** The text of a script as it is compiled: without byte order mark, every line ended by `\n`. */
data class Source(val path: Path, val text: String) {
    /** Line [number], counted from 1; empty where there is none. */
    fun line(number: Int): String = text.lineSequence().elementAtOrElse(number - 1) { "" }
}

/** A file that is no script; the message is a sentence about it, to be put behind a place or to stand alone. */
internal class Unreadable(override val message: String) : Exception(message)

/** Reads a script, or throws [Unreadable]. */
internal fun readSource(path: Path): Source {
    val shown = path.shown()
    when {
        Files.isDirectory(path) -> throw Unreadable("$shown is a directory, not a script")
        !Files.exists(path) -> throw Unreadable("$shown does not exist" + didYouMean(path))
        !path.name.endsWith(SCRIPT_EXTENSION) ->
            throw Unreadable("$shown is not a script: the name of a script ends in $SCRIPT_EXTENSION")
    }
    val bytes =
        try {
            Files.readAllBytes(path)
        } catch (_: AccessDeniedException) {
            throw Unreadable("$shown cannot be read: permission denied")
        } catch (e: IOException) {
            throw Unreadable("$shown cannot be read: ${e.message}")
        }
    val text = decode(bytes) ?: throw Unreadable("$shown is not a text file in UTF-8")
    if (text.isBlank()) throw Unreadable("$shown is empty")
    return Source(path, text)
}

private fun decode(bytes: ByteArray): String? =
    try {
        val text = Charsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()
        if ('\u0000' in text) null else text.removePrefix("\uFEFF").replace("\r\n", "\n").replace('\r', '\n')
    } catch (_: CharacterCodingException) {
        null
    }

/** The path as a person in the working directory would type it. */
internal fun Path.shown(): String {
    val here = Path.of("").toAbsolutePath()
    val full = toAbsolutePath().normalize()
    if (full.root != here.root) return full.toString()
    return minOf(here.relativize(full).toString(), full.toString(), compareBy { it.length })
}
