package hydrangea.runner.run

import hydrangea.models.Saved
import hydrangea.models.Store
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.channels.FileChannel
import java.nio.file.Path
import kotlin.io.path.deleteExisting
import kotlin.io.path.fileSize
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.outputStream
import kotlin.io.path.readBytes
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

private fun arrays(folder: Path) = folder.listDirectoryEntries("arrays-*.safetensors").single()

class CheckpointSpec :
    FunSpec({
        test("what was saved comes back to the last bit") {
            val folder = tempdir().toPath()
            Checkpoint(folder).save(full())
            val back = empty()
            Checkpoint(folder).restore(back)
            back.words() shouldBe full().words()
            back.inner!!.words() shouldBe full().inner!!.words()
        }

        test("a later checkpoint replaces the earlier one, and no file of that stays") {
            val folder = tempdir().toPath()
            Checkpoint(folder).save(empty())
            Checkpoint(folder).save(full())
            val back = empty()
            Checkpoint(folder).restore(back)
            back.words() shouldBe full().words()
            folder.listDirectoryEntries() shouldHaveSize 2
        }

        test("arrays of a checkpoint that was never completed do not matter") {
            val folder = tempdir().toPath()
            Checkpoint(folder).save(full())
            folder.resolve("arrays-2.safetensors").writeText("half")
            folder.resolve(".state.json.tmp").writeText("{")
            Checkpoint(folder).restore(empty())
        }

        test("cut, altered and missing files are noticed before anything is touched") {
            val damages =
                listOf<(Path) -> Unit>(
                    { folder -> arrays(folder).run { writeBytes(readBytes().dropLast(1).toByteArray()) } },
                    { folder -> arrays(folder).run { writeBytes(readBytes().also { it[it.size - 3]++ }) } },
                    { folder -> arrays(folder).deleteExisting() },
                    { folder -> folder.resolve("state.json").run { writeText(readText().dropLast(9)) } },
                    { folder ->
                        folder.resolve("state.json").run { writeText(readText().replace("9223372036854775807", "1")) }
                    },
                    { folder -> folder.resolve("state.json").writeText("{}") },
                    { folder -> folder.resolve("state.json").writeText("") },
                    { folder -> folder.resolve("state.json").deleteExisting() },
                )
            for (damage in damages) {
                val folder = tempdir().toPath()
                Checkpoint(folder).save(full())
                damage(folder)
                val back = empty()
                shouldThrow<UnreadableCheckpoint> { Checkpoint(folder).restore(back) }
                back.words() shouldBe empty().words()
            }
        }

        test("a state of another shape is refused by name") {
            val folder = tempdir().toPath()
            Checkpoint(folder).save(full())
            fun refusal(state: State) =
                shouldThrow<UnreadableCheckpoint> { Checkpoint(folder).restore(state) }.message!!
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
            shouldThrow<IllegalStateException> { Checkpoint(tempdir().toPath()).save(twice) }
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
                Safetensors.write(linkedMapOf("a" to floatArrayOf(1f), "b" to doubleArrayOf(-2.0)), it)
            }
            val header =
                """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F64","shape":[1],"data_offsets":[4,12]}}"""
            val padded = header.padEnd((header.length + 7) / 8 * 8)
            val bytes = file.readBytes().map { it.toInt() and 0xff }
            bytes.take(8) shouldBe listOf(padded.length, 0, 0, 0, 0, 0, 0, 0)
            String(file.readBytes(), 8, padded.length) shouldBe padded
            bytes.drop(8 + padded.length) shouldBe listOf(0, 0, 0x80, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0)
            file.fileSize() shouldBe 8L + padded.length + 12
        }
    })
