package hydrangea.runner.run

import hydrangea.models.Saved
import hydrangea.models.Store
import hydrangea.runner.UsageError
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

private class Number(var value: Long) : Saved {
    override fun exchange(store: Store) {
        value = store.number("value", value)
    }
}

private fun names(folder: Path) = folder.listDirectoryEntries().map { it.name }.sorted()

private fun spoil(folder: Path, file: String = "state.json") =
    folder.resolve(file).run { writeBytes(readBytes().dropLast(1).toByteArray()) }

class CheckpointsSpec :
    FunSpec({
        fun saved(vararg values: Long): Path {
            val folder = tempdir().toPath().resolve("checkpoint")
            Checkpoints(folder).run { values.forEach { save(Number(it)) } }
            return folder
        }

        test("the newest and the one before it are kept") {
            val folder = saved(1, 2, 3, 4)
            names(folder) shouldContainExactly listOf("000003", "000004")
            val back = Number(0)
            Checkpoints(folder).restore(back) { error(it) } shouldBe "000004"
            back.value shouldBe 4
        }

        test("where the newest is damaged the one before is used, and said so") {
            for (file in listOf("state.json", "arrays.safetensors")) {
                val folder = saved(1, 2)
                spoil(folder.resolve("000002"), file)
                val back = Number(0)
                val said = mutableListOf<String>()
                Checkpoints(folder).restore(back) { said += it } shouldBe "000001"
                back.value shouldBe 1
                said shouldContainExactly
                    listOf("a damaged checkpoint, 000002: $file is cut or was altered; using the one before, 000001")
            }
        }

        test("what is read of a checkpoint may be less than it keeps") {
            val folder = tempdir().toPath().resolve("checkpoint")
            Checkpoints(folder).save { store ->
                store.part("training", Number(7))
                store.part("replay", Number(8))
            }
            val back = Number(0)
            val less = Saved { it.part("training", back) }
            Checkpoints(folder).read(less) { error(it) } shouldBe "000001"
            back.value shouldBe 7
            shouldThrow<UnfitCheckpoint> { Checkpoints(folder).restore(less) { error(it) } }
        }

        test("who reads while another saves takes the newer one, where the old one has gone meanwhile") {
            val folder = saved(1, 2)
            val owner = Checkpoints(folder).also { it.restore(Number(0)) { error(it) } }
            var reads = 0
            val back = Number(0)
            val slow = Saved { store ->
                if (reads++ == 0) {
                    (3L..5L).forEach { owner.save(Number(it)) }
                    throw DamagedCheckpoint("arrays.safetensors cannot be read")
                }
                back.exchange(store)
            }
            Checkpoints(folder).read(slow) { error(it) } shouldBe "000005"
            back.value shouldBe 5
        }

        test("a damaged one goes when a new one is whole, the good one stays") {
            val folder = saved(1, 2)
            spoil(folder.resolve("000002"))
            val checkpoints = Checkpoints(folder)
            checkpoints.restore(Number(0)) {}
            names(folder) shouldContainExactly listOf("000001", "000002")
            checkpoints.save(Number(3))
            names(folder) shouldContainExactly listOf("000001", "000003")
        }

        test("where all are damaged it says so, and what is wrong with each") {
            val folder = saved(1, 2)
            names(folder).forEach { spoil(folder.resolve(it)) }
            shouldThrow<UsageError> { Checkpoints(folder).restore(Number(0)) {} }.message shouldBe
                "$folder holds no checkpoint that can be read (000002: state.json is cut or was altered; " +
                    "000001: state.json is cut or was altered); to train anew, say: ./hydrangea rerun ${folder.parent}"
        }

        test("what is no checkpoint is not taken for the lack of one") {
            val folder = tempdir().toPath().resolve("checkpoint").createDirectories()
            folder.resolve("state.json").writeText("{}")
            shouldThrow<UsageError> { Checkpoints(folder).restore(Number(0)) {} }.message shouldBe
                "$folder holds no checkpoint that can be read (it holds something else); " +
                    "to train anew, say: ./hydrangea rerun ${folder.parent}"
        }

        test("one that was never completed is none, and goes with the next") {
            val folder = saved()
            folder.resolve(".000001.tmp").createDirectories().resolve("state.json").writeText("{")
            Checkpoints(folder).restore(Number(0)) { error(it) } shouldBe null
            Checkpoints(folder).save(Number(1))
            names(folder) shouldContainExactly listOf("000001")
        }

        test("one that cannot be written leaves the others and nothing of itself") {
            val folder = saved(1, 2)
            val full = Saved { throw IOException("No space left on device") }
            val checkpoints = Checkpoints(folder)
            checkpoints.restore(Number(0)) {}
            shouldThrow<UnwritableFile> { checkpoints.save(full) }.message shouldBe
                "cannot write $folder/000003: No space left on device"
            names(folder) shouldContainExactly listOf("000001", "000002")
            checkpoints.save(Number(3))
            names(folder) shouldContainExactly listOf("000002", "000003")
        }

        test("a folder that is not there holds none") {
            val checkpoints = Checkpoints(tempdir().toPath().resolve("checkpoint"))
            checkpoints.exist() shouldBe false
            checkpoints.restore(Number(0)) { error(it) } shouldBe null
        }
    })
