package hydrangea.runner.run

import java.io.ByteArrayOutputStream
import java.io.DataOutputStream
import java.nio.ByteBuffer
import java.nio.ByteOrder.LITTLE_ENDIAN
import java.time.Instant
import java.util.zip.CRC32C

/**
 * What TensorBoard reads: protobuf messages `Event`, each in the frame of a TFRecord.
 *
 * Source: tensorflow/core/util/event.proto, core/framework/summary.proto and core/lib/io/record_writer.h in
 * https://github.com/tensorflow/tensorflow
 */
internal object Event {
    private const val WALL_TIME = 1
    private const val STEP = 2
    private const val FILE_VERSION = 3
    private const val SUMMARY = 5
    private const val VALUE = 1
    private const val TAG = 1
    private const val SIMPLE_VALUE = 2

    /** The event that every file begins with. */
    fun version(at: Instant) = record(Message().time(at).bytes(FILE_VERSION, "brain.Event:2".toByteArray()))

    /** The values of one step by their tags. */
    fun scalars(at: Instant, step: Long, values: Map<String, Double>): ByteArray {
        val summary = Message()
        for ((tag, value) in values) {
            val scalar = Message().bytes(TAG, tag.toByteArray()).float(SIMPLE_VALUE, value.toFloat())
            summary.bytes(VALUE, scalar.toByteArray())
        }
        return record(Message().time(at).int64(STEP, step).bytes(SUMMARY, summary.toByteArray()))
    }

    private fun Message.time(at: Instant) = double(WALL_TIME, at.epochSecond + at.nano / 1e9)

    /** The length and the content, each followed by its checksum. */
    private fun record(message: Message): ByteArray {
        val data = message.toByteArray()
        val frame = ByteBuffer.allocate(Long.SIZE_BYTES + data.size + 2 * Int.SIZE_BYTES).order(LITTLE_ENDIAN)
        frame.putLong(data.size.toLong())
        frame.putInt(checksum(frame.array(), Long.SIZE_BYTES))
        frame.put(data)
        frame.putInt(checksum(data, data.size))
        return frame.array()
    }

    /** Masked, as a checksum of data that hold their own checksum would be a weak one. */
    private fun checksum(bytes: ByteArray, count: Int): Int =
        CRC32C().apply { update(bytes, 0, count) }.value.toInt().rotateRight(15) + 0xa282ead8.toInt()
}

/** A protobuf message in the making; every function adds a field. */
private class Message {
    private val content = ByteArrayOutputStream()
    private val out = DataOutputStream(content)

    fun int64(field: Int, value: Long) = key(field, 0).varint(value)

    fun double(field: Int, value: Double) = key(field, 1).apply { out.writeLong(value.toRawBits().reversed()) }

    fun bytes(field: Int, value: ByteArray) = key(field, 2).varint(value.size.toLong()).apply { out.write(value) }

    fun float(field: Int, value: Float) = key(field, 5).apply { out.writeInt(value.toRawBits().reversed()) }

    fun toByteArray(): ByteArray = content.toByteArray()

    private fun key(field: Int, wireType: Long) = varint((field.toLong() shl 3) + wireType)

    /** Seven bits at a time, the lowest first; the eighth says that more follow. */
    private fun varint(value: Long) = apply {
        var left = value
        while (left ushr 7 != 0L) {
            out.write((left and 0x7f or 0x80).toInt())
            left = left ushr 7
        }
        out.write(left.toInt())
    }
}

private fun Long.reversed() = java.lang.Long.reverseBytes(this)

private fun Int.reversed() = Integer.reverseBytes(this)
