package hydrangea.runner.script

import java.io.DataInputStream
import java.io.DataOutputStream
import java.io.EOFException
import kotlin.io.path.Path

/** Scripts and what the compiler says about them, as bytes: for the cache, and between two processes. */
internal fun DataOutputStream.writeScript(script: Script) =
    writeAll(script.all) {
        writeText(it.source.path.toString())
        writeText(it.source.text)
        writeAll(it.named, this::writeText)
        writeAll(it.imported) { import -> writeInt(script.all.indexOf(import)) }
    }

internal fun DataInputStream.readScript(): Script {
    val scripts = ArrayList<Script>()
    repeat(readInt()) {
        val source = Source(Path(readText()), readText())
        scripts += Script(source, readAll(this::readText), readAll { scripts[readInt()] })
    }
    return scripts.last()
}

internal fun DataOutputStream.writeOutcome(outcome: Outcome, script: Script) {
    writeBoolean(outcome is Compilation)
    when (outcome) {
        is Refused -> {
            writeAll(outcome.errors) { writeDiagnostic(it, script) }
            writeBoolean(outcome.crashed)
        }
        is Compilation -> {
            writeAll(outcome.names, this::writeText)
            writeAll(outcome.classes.entries) { (path, content) ->
                writeText(path)
                writeBytes(content)
            }
            writeAll(outcome.warnings) { writeDiagnostic(it, script) }
        }
    }
}

internal fun DataInputStream.readOutcome(script: Script): Outcome =
    if (!readBoolean()) Refused(readAll { readDiagnostic(script) }, readBoolean())
    else
        Compilation(
            readAll(this::readText),
            readAll { readText() to readBytes() }.toMap(),
            readAll { readDiagnostic(script) },
        )

internal fun DataOutputStream.writeDiagnostic(diagnostic: Diagnostic, script: Script) {
    writeInt(script.all.indexOfFirst { it.source == diagnostic.source })
    writeInt(diagnostic.line)
    writeInt(diagnostic.column)
    writeInt(diagnostic.width)
    writeText(diagnostic.message)
    writeBoolean(diagnostic.warning)
}

internal fun DataInputStream.readDiagnostic(script: Script) =
    Diagnostic(script.all[readInt()].source, readInt(), readInt(), readInt(), readText(), readBoolean())

internal fun <T> DataOutputStream.writeAll(all: Collection<T>, write: (T) -> Unit) {
    writeInt(all.size)
    all.forEach(write)
}

internal fun <T> DataInputStream.readAll(read: () -> T): List<T> = List(readInt()) { read() }

/** Of any length, unlike `writeUTF`. */
internal fun DataOutputStream.writeText(text: String) = writeBytes(text.toByteArray())

internal fun DataInputStream.readText(): String = readBytes().decodeToString()

private fun DataOutputStream.writeBytes(bytes: ByteArray) {
    writeInt(bytes.size)
    write(bytes)
}

private fun DataInputStream.readBytes(): ByteArray {
    val size = readInt()
    return readNBytes(size).also { if (it.size < size) throw EOFException() }
}
