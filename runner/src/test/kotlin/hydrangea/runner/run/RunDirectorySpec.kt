package hydrangea.runner.run

import hydrangea.runner.UsageError
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldMatch
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.relativeTo
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.writeText

class RunDirectorySpec :
    FunSpec({
        val now = Instant.parse("2026-07-01T10:20:30Z")

        test("a directory is named after script, time and a short id") {
            val out = tempdir().toPath()
            RunDirectory.create(out.resolve("deep/runs"), "toy/mean_flow", now).use {
                "${it.path.relativeTo(out)}" shouldMatch """deep/runs/toy/mean_flow/202607\d\d-\d{6}-[0-9a-f]{6}"""
            }
        }

        test("an id that is taken is passed over") {
            val out = tempdir().toPath()
            val ids = listOf("aaa", "aaa", "bbb").iterator()
            val names = List(2) { RunDirectory.create(out, "x", now, ids::next).use { it.path.name.takeLast(3) } }
            names shouldBe listOf("aaa", "bbb")
        }

        test("of many that race for the same ids each gets a directory of its own") {
            val out = tempdir().toPath()
            val racers = 8
            val pool = Executors.newFixedThreadPool(racers)
            val start = CyclicBarrier(racers)
            val race = Callable {
                val ids = (0..racers).map { "$it" }.iterator()
                start.await()
                RunDirectory.create(out, "x", now, ids::next).use { it.path }
            }
            val paths = pool.invokeAll(List(racers) { race }).map { it.get() }
            pool.shutdown()
            paths.toSet() shouldHaveSize racers
            out.resolve("x").listDirectoryEntries().toSet() shouldBe paths.toSet()
        }

        test("an output folder that is a file is a usage error that names it and leaves nothing behind") {
            val folder = tempdir().toPath()
            val file = folder.resolve("file").apply { writeText("") }
            for (out in listOf(file, file.resolve("below"))) {
                val error = shouldThrow<UsageError> { RunDirectory.create(out, "x", now) }
                error.message!! shouldContain "cannot write to the output folder $out"
                error.message!! shouldContain "--out"
            }
            folder.listDirectoryEntries() shouldBe listOf(file)
        }

        test("parents made for a directory that cannot be made are removed again") {
            val folder = tempdir().toPath()
            shouldThrow<UsageError> { RunDirectory.create(folder.resolve("new"), "x", now) { "n".repeat(300) } }
            folder.listDirectoryEntries().shouldBeEmpty()
        }

        test("a second holder is refused until the first lets go, and told who that is") {
            val directory = RunDirectory.create(tempdir().toPath(), "x", now)
            val path = directory.path
            directory.record.writeText("{}")
            fun refusal() = shouldThrow<UsageError> { RunDirectory.open(path) }.message
            refusal() shouldBe "$path is in use by another process"
            directory.status.writeText("""{"pid": 42, "host": "vm"}""")
            refusal() shouldBe
                "$path is running, as process 42 on vm: stop that first (kill 42 lets it write a checkpoint)"
            directory.close()
            RunDirectory.open(path).use { it.path shouldBe path }
        }

        test("a discarded directory takes the parents along that were made for it, and no others") {
            val out = tempdir().toPath()
            RunDirectory.create(out.resolve("runs"), "toy/x", now).discard()
            out.resolve("runs").exists() shouldBe false
            out.isDirectory() shouldBe true

            val first = RunDirectory.create(out.resolve("runs"), "toy/x", now)
            val neighbour = out.resolve("runs/toy/y").createDirectories()
            first.discard()
            neighbour.isDirectory() shouldBe true
            first.path.exists() shouldBe false
        }

        test("what is no run directory is said with the nearest thing to do") {
            val out = tempdir().toPath()
            val runs = List(2) { RunDirectory.create(out.resolve("runs"), "toy/x", now).also(RunDirectory::close) }
            val (first, second) = runs.map { it.path }
            fun refusal(path: Path) = shouldThrow<UsageError> { RunDirectory.open(path) }.message
            val alone = out.resolve("alone").createDirectories()
            val full = out.resolve("full").createDirectories()
            full.resolve("notes").writeText("")

            refusal(out.resolve("alonn")) shouldBe "there is no run directory $out/alonn; did you mean alone?"
            refusal(alone) shouldBe "$alone is empty; a run directory is made by ./hydrangea run SCRIPT"
            refusal(full) shouldBe "$full is no run directory: it has no run.json"
            refusal(first) shouldBe "$first was left before its run began: there is nothing to resume in it"
            runs[0].record.writeText("{}")
            refusal(out.resolve("runs")) shouldBe
                "$out/runs is no run directory, but holds one: ./hydrangea resume $first"
            runs[1].record.writeText("{}")
            second.resolve("run.json").setLastModifiedTime(FileTime.from(Instant.parse("2099-01-01T00:00:00Z")))
            refusal(out) shouldBe
                "$out is no run directory, but holds 2, of which this is the newest: ./hydrangea resume $second"
            refusal(first.resolve("checkpoint")) shouldBe
                "$first/checkpoint lies in a run directory: ./hydrangea resume $first"
        }
    })
