package hydrangea.runner.run

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import hydrangea.models.Matrix
import java.io.EOFException
import java.io.OutputStream
import java.nio.ByteBuffer
import java.nio.ByteOrder.LITTLE_ENDIAN
import java.nio.channels.FileChannel

/**
 * Named arrays in the safetensors format: the length of the header (8 bytes, little-endian), the header (JSON: for each
 * name its type, shape and place), the numbers.
 *
 * Source: https://github.com/huggingface/safetensors#format
 */
internal object Safetensors {
    private const val ALIGNMENT = 8

    /** Writes [arrays], each a FloatArray, a DoubleArray or a Matrix. */
    fun write(arrays: Map<String, Any>, out: OutputStream) {
        val header = header(arrays)
        out.write(buffer(Long.SIZE_BYTES).putLong(header.size.toLong()).array())
        out.write(header)
        arrays.values.forEach { out.write(bytes(it)) }
    }

    private fun header(arrays: Map<String, Any>): ByteArray {
        var from = 0L
        val entries =
            arrays.mapValues { (_, array) ->
                val to = from + size(array)
                mapOf("dtype" to type(array), "shape" to shape(array), "data_offsets" to listOf(from, to)).also {
                    from = to
                }
            }
        val text = element(entries).toString().toByteArray()
        val padded = (text.size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT
        return text.copyOf(padded).also { it.fill(' '.code.toByte(), text.size) }
    }

    fun read(file: FileChannel): Map<String, Any> {
        val length = Math.toIntExact(part(file, 0, Long.SIZE_BYTES).getLong())
        val header = JsonParser.parseString(String(part(file, Long.SIZE_BYTES.toLong(), length).array())).asJsonObject
        val numbers = Long.SIZE_BYTES + length.toLong()
        return (header.asMap() - "__metadata__").mapValues { (_, entry) -> array(entry.asJsonObject, file, numbers) }
    }

    private fun array(entry: JsonObject, file: FileChannel, numbers: Long): Any {
        val (from, to) = entry.getAsJsonArray("data_offsets").map(JsonElement::getAsLong)
        val part = part(file, numbers + from, Math.toIntExact(to - from))
        return when (val type = entry["dtype"].asString) {
            "F32" -> FloatArray(part.remaining() / Float.SIZE_BYTES).also(part.asFloatBuffer()::get)
            "F64" -> shaped(DoubleArray(part.remaining() / Double.SIZE_BYTES).also(part.asDoubleBuffer()::get), entry)
            else -> throw IllegalArgumentException("arrays of type $type are not known here")
        }
    }

    private fun part(file: FileChannel, from: Long, size: Int): ByteBuffer {
        val part = buffer(size)
        while (part.hasRemaining()) {
            if (file.read(part, from + part.position()) < 0) throw EOFException("the file ends too early")
        }
        return part.flip()
    }

    private fun shaped(numbers: DoubleArray, entry: JsonObject): Any {
        val shape = entry.getAsJsonArray("shape").map(JsonElement::getAsInt)
        return if (shape.size == 2) Matrix(shape[0], shape[1], numbers) else numbers
    }

    private fun shape(array: Any) =
        when (array) {
            is Matrix -> listOf(array.rows, array.columns)
            is FloatArray -> listOf(array.size)
            else -> listOf((array as DoubleArray).size)
        }

    private fun type(array: Any) = if (array is FloatArray) "F32" else "F64"

    private fun size(array: Any) =
        shape(array)
            .fold(if (array is FloatArray) Float.SIZE_BYTES.toLong() else Double.SIZE_BYTES.toLong(), Long::times)

    private fun bytes(array: Any): ByteArray {
        val buffer = buffer(Math.toIntExact(size(array)))
        when (array) {
            is FloatArray -> buffer.asFloatBuffer().put(array)
            is Matrix -> buffer.asDoubleBuffer().put(array.data)
            else -> buffer.asDoubleBuffer().put(array as DoubleArray)
        }
        return buffer.array()
    }

    private fun buffer(size: Int): ByteBuffer = ByteBuffer.allocate(size).order(LITTLE_ENDIAN)
}
