package hydrangea.runner.run

import java.nio.ByteBuffer
import java.nio.ByteOrder.LITTLE_ENDIAN
import java.nio.file.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes

/** An event as it was read; [version] is null but for the first of a file. */
internal data class Seen(val wallTime: Double, val version: String?, val step: Long, val values: Map<String, Float>)

/** The event files of a folder in TensorBoard's order. */
internal fun eventFiles(folder: Path) = folder.listDirectoryEntries("*tfevents*").sortedBy { it.name }

/** All rows of all event files of a folder. */
internal fun eventRows(folder: Path) =
    eventFiles(folder).flatMap { events(it.readBytes()) }.filter { it.version == null }

/** The events of a file, to its very end and with every checksum checked. */
internal fun events(file: ByteArray): List<Seen> = records(file).map(::event)

internal fun records(file: ByteArray): List<ByteArray> {
    val left = ByteBuffer.wrap(file).order(LITTLE_ENDIAN)
    return buildList { while (left.hasRemaining()) add(record(left)) }
}

private fun record(left: ByteBuffer): ByteArray {
    val length = left.checked(Long.SIZE_BYTES)
    return left.checked(ByteBuffer.wrap(length).order(LITTLE_ENDIAN).getLong().toInt())
}

private fun ByteBuffer.checked(size: Int): ByteArray {
    val bytes = ByteArray(size).also(::get)
    check(getInt() == masked(crc32c(bytes))) { "the checksum of the ${bytes.size} bytes before ${position()} differs" }
    return bytes
}

/** Bit by bit, as RFC 3720 defines it. */
internal fun crc32c(bytes: ByteArray): Int =
    bytes
        .fold(-1) { sum, byte ->
            (0 until Byte.SIZE_BITS).fold(sum xor (byte.toInt() and 0xff)) { bits, _ ->
                (bits ushr 1) xor (if (bits and 1 == 1) 0x82f63b78.toInt() else 0)
            }
        }
        .inv()

internal fun masked(crc: Int) = ((crc ushr 15) or (crc shl 17)) + 0xa282ead8.toInt()

private fun event(data: ByteArray): Seen {
    val fields = fields(data)
    val summary = fields[5]?.let { fields(it.single() as ByteArray) } ?: emptyMap()
    return Seen(
        Double.fromBits(fields.getValue(1).single() as Long),
        fields[3]?.let { String(it.single() as ByteArray) },
        fields[2]?.let { it.single() as Long } ?: 0,
        summary[1].orEmpty().associate { value ->
            val scalar = fields(value as ByteArray)
            String(scalar.getValue(1).single() as ByteArray) to Float.fromBits(scalar.getValue(2).single() as Int)
        },
    )
}

/** A protobuf message: the values of each field by its number. */
private fun fields(message: ByteArray): Map<Int, List<Any>> {
    val left = ByteBuffer.wrap(message).order(LITTLE_ENDIAN)
    val fields = mutableMapOf<Int, MutableList<Any>>()
    while (left.hasRemaining()) {
        val key = varint(left).toInt()
        val value: Any =
            when (key and 7) {
                0 -> varint(left)
                1 -> left.getLong()
                2 -> ByteArray(varint(left).toInt()).also(left::get)
                5 -> left.getInt()
                else -> error("there is no wire type ${key and 7}")
            }
        fields.getOrPut(key shr 3) { mutableListOf() } += value
    }
    return fields
}

private fun varint(left: ByteBuffer): Long {
    val byte = left.get().toLong()
    return if (byte >= 0) byte else (byte and 0x7f) or (varint(left) shl 7)
}
