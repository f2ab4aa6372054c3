package hydrangea.experiments

import io.kotest.core.spec.style.FunSpec
import io.kotest.core.test.Enabled
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Path
import kotlin.io.path.deleteExisting
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.writeBytes

/** A folder with little room, as long as [use] lasts. */
private class SmallDisk(private val folder: Path, kilobytes: Int) : AutoCloseable {
    val mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=${kilobytes}k", "tmpfs", "$folder")

    override fun close() {
        if (mounted) check(succeeds("umount", "$folder"))
    }

    private fun succeeds(vararg command: String) =
        runCatching { ProcessBuilder(*command).redirectErrorStream(true).start().apply { inputStream.readBytes() } }
            .map { it.waitFor() == 0 }
            .getOrDefault(false)
}

class DiskFullSpec :
    FunSpec({
        val mountable = SmallDisk(tempdir().toPath(), 100).use { it.mounted }
        val enabled = Enabled(mountable, "no permission to mount a small tmpfs")

        test("a full disk fails the run, keeps what was written, and the run goes on when there is room").config(
            enabledOrReasonIf = { enabled }
        ) {
            val run =
                listOf("toy/gaussian_reverse_kl", "updates=2000", "batch=16", "actor.hidden=[32,32]", "logEvery=1")
                    .plus("measure=[modes(samples=50)]")
            val whole = command("run", *run.toTypedArray(), "--out", tempdir().path)
            val folder = tempdir().toPath()
            SmallDisk(folder, kilobytes = 1_280).use {
                val ballast = folder.resolve("ballast").apply { writeBytes(ByteArray(1_000 * 1_024)) }
                val full = command("run", *run.toTypedArray(), "--out", "$folder", "--checkpoint-every", "100")
                full.code shouldBe 4
                full.err shouldStartWith "failed: cannot write "
                full.err shouldContain "No space left on device"
                full.record["status"].asString shouldBe "failed"
                full.directory.resolve("checkpoint").listDirectoryEntries().shouldNotBeEmpty()
                full.metrics shouldBe whole.metrics.take(full.metrics.size)

                ballast.deleteExisting()
                val resumed = command("resume", "${full.directory}")
                resumed.code shouldBe 0
                resumed.metrics shouldBe whole.metrics
                resumed.results shouldBe whole.results
            }
        }

        test("a full disk is said where a film goes, and nothing is left of it").config(
            enabledOrReasonIf = { enabled }
        ) {
            val run = trained(tempdir().toPath(), learning("pendulum(maxEpisodeSteps = 15)"))
            val folder = tempdir().toPath()
            SmallDisk(folder, kilobytes = 8).use {
                for (name in listOf("film.gif", "film.png")) {
                    val said =
                        command(
                            "render",
                            "${run.directory}",
                            "--to",
                            "$folder/$name",
                            "--frames=40".takeIf { name == "film.png" } ?: "--episodes=10",
                        )
                    said.code shouldBe 4
                    said.err shouldStartWith "cannot write $folder/$name: No space left on device"
                    folder.listDirectoryEntries() shouldBe emptyList()
                }
            }
        }
    })
