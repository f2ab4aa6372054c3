package hydrangea.runner.run

import hydrangea.models.Matrix
import hydrangea.models.Saved
import hydrangea.models.Store
import hydrangea.runner.UsageError
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.channels.FileChannel
import java.security.MessageDigest
import java.util.HexFormat
import kotlin.io.path.deleteExisting
import kotlin.io.path.fileSize
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.outputStream
import kotlin.io.path.readBytes
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

private class State(
    val floats: FloatArray,
    val doubles: DoubleArray,
    var count: Long,
    var best: Double,
    var phase: String,
    val inner: State? = null,
) : Saved {
    override fun exchange(store: Store) {
        store.array("floats", floats)
        store.array("doubles", doubles)
        count = store.number("count", count)
        best = store.number("best", best)
        phase = store.text("phase", phase)
        inner?.let { store.part("inner", it) }
    }

    fun words() = listOf(floats.map { it.toRawBits() }, doubles.map { it.toRawBits() }, count, best.toRawBits(), phase)
}

private class Pictures(var matrices: List<Matrix>) : Saved {
    override fun exchange(store: Store) {
        matrices = store.list("matrices", matrices, Matrix(0, 0), Store::matrix)
    }
}

private fun full() =
    State(
        floatArrayOf(1.5f, -0f, Float.MIN_VALUE, Float.NaN),
        doubleArrayOf(1.0 / 3, -0.0, Double.MIN_VALUE, Double.POSITIVE_INFINITY),
        Long.MAX_VALUE,
        Double.NEGATIVE_INFINITY,
        "fit \"1\"\n<&>'é",
        State(floatArrayOf(), doubleArrayOf(2.0), -1, 5e-324, ""),
    )

private fun empty() =
    State(FloatArray(4), DoubleArray(4), 0, 0.0, "", State(FloatArray(0), DoubleArray(1), 0, 0.0, "?"))

class CheckpointSpec :
    FunSpec({
        test("what was written comes back to the last bit") {
            val folder = tempdir().toPath()
            Checkpoint(folder).write(full())
            Checkpoint(folder).verify()
            val back = empty()
            Checkpoint(folder).restore(back)
            back.words() shouldBe full().words()
            back.inner!!.words() shouldBe full().inner!!.words()
        }

        test("sha256sum finds nothing wrong with it") {
            val folder = tempdir().toPath()
            Checkpoint(folder).write(full())
            for (line in folder.resolve("SHA256SUMS").readLines()) {
                val (sum, file) = line.split("  ")
                val digest = MessageDigest.getInstance("SHA-256").digest(folder.resolve(file).readBytes())
                HexFormat.of().formatHex(digest) shouldBe sum
            }
        }

        test("equal matrices are written once and come back everywhere") {
            val folder = tempdir().toPath()
            val large = Matrix(100, 100, DoubleArray(10_000) { it.toDouble() })
            Checkpoint(folder).write(Pictures(listOf(large, Matrix(1, 1), large.rows(0, 100))))
            val back = Pictures(listOf())
            Checkpoint(folder).restore(back)
            back.matrices shouldBe listOf(large, Matrix(1, 1), large)
            folder.resolve("arrays.safetensors").fileSize() shouldBeLessThan 90_000
        }

        test("a byte that is changed, and an end that is missing, are noticed wherever they are") {
            val folder = tempdir().toPath()
            Checkpoint(folder).write(full())
            for (file in folder.listDirectoryEntries()) {
                val bytes = file.readBytes()
                for (at in bytes.indices) {
                    file.writeBytes(bytes.clone().also { it[at] = (it[at].toInt() xor (1 shl at % 8)).toByte() })
                    withClue("$file, byte $at") { shouldThrow<DamagedCheckpoint> { Checkpoint(folder).verify() } }
                }
                val enough = if (file.name == "SHA256SUMS") 1 else 0 // its last line may lack its end
                for (size in 0 until bytes.size - enough) {
                    file.writeBytes(bytes.copyOf(size))
                    withClue("$file, $size bytes") { shouldThrow<DamagedCheckpoint> { Checkpoint(folder).verify() } }
                }
                file.deleteExisting()
                shouldThrow<DamagedCheckpoint> { Checkpoint(folder).verify() }
                file.writeBytes(bytes)
            }
            Checkpoint(folder).verify()
        }

        test("a checkpoint of another format names the version that reads it") {
            val folder = tempdir().toPath()
            Checkpoint(folder).write(full())
            val state = folder.resolve("state.json")
            state.writeText(state.readText().replace("\"format\": 2", "\"format\": 9").replace(HYDRANGEA, "7.0"))
            shouldThrow<UsageError> { Checkpoint(folder).restore(empty()) }.message shouldBe
                "$folder was written by hydrangea 7.0 in format 9; this is hydrangea $HYDRANGEA, which reads " +
                    "format 2: resume with hydrangea 7.0"
        }

        test("a state of another shape is refused by name") {
            val folder = tempdir().toPath()
            Checkpoint(folder).write(full())
            fun refusal(state: State) = shouldThrow<UnfitCheckpoint> { Checkpoint(folder).restore(state) }.message!!
            refusal(State(FloatArray(3), DoubleArray(4), 0, 0.0, "")) shouldContain
                "floats does not fit this experiment: it holds 4 numbers, 3 are wanted"
            refusal(State(FloatArray(4), DoubleArray(4), 0, 0.0, "")) shouldContain
                "this experiment has no inner.floats"
            val inner = State(FloatArray(0), DoubleArray(1), 0, 0.0, "", empty())
            refusal(State(FloatArray(4), DoubleArray(4), 0, 0.0, "", inner)) shouldContain
                "inner.inner.floats does not fit"
        }

        test("two values of one name are a bug") {
            val twice = Saved { store ->
                store.number("count", 1L)
                store.number("count", 2L)
            }
            shouldThrow<IllegalStateException> { Checkpoint(tempdir().toPath()).write(twice) }
        }

        test("a file of the format's own library is read") {
            val file = tempdir().toPath().resolve("foreign.safetensors")
            CheckpointSpec::class.java.getResourceAsStream("foreign.safetensors")!!.use { from ->
                file.outputStream().use { from.copyTo(it) }
            }
            val arrays = FileChannel.open(file).use(Safetensors::read)
            arrays.keys shouldBe setOf("actor.value", "critic.m")
            (arrays["actor.value"] as FloatArray).toList() shouldBe listOf(1f, -2.5f, Float.MIN_VALUE, Float.MAX_VALUE)
            (arrays["critic.m"] as DoubleArray).toList() shouldBe listOf(0.1, -1.0 / 3, Double.MIN_VALUE)
        }

        test("the bytes are those the format prescribes") {
            val file = tempdir().toPath().resolve("x.safetensors")
            file.outputStream().use {
                Safetensors.write(linkedMapOf("a" to floatArrayOf(1f), "b" to Matrix(1, 1, doubleArrayOf(-2.0))), it)
            }
            val header =
                """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F64","shape":[1,1],"data_offsets":[4,12]}}"""
            val padded = header.padEnd((header.length + 7) / 8 * 8)
            val bytes = file.readBytes().map { it.toInt() and 0xff }
            bytes.take(8) shouldBe listOf(padded.length, 0, 0, 0, 0, 0, 0, 0)
            String(file.readBytes(), 8, padded.length) shouldBe padded
            bytes.drop(8 + padded.length) shouldBe listOf(0, 0, 0x80, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0)
            file.fileSize() shouldBe 8L + padded.length + 12
        }
    })

private val HYDRANGEA = Provenance.versions.getValue("hydrangea")
