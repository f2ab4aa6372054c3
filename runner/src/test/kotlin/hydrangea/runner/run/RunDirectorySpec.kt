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

        test("a second holder is refused until the first lets go") {
            val directory = RunDirectory.create(tempdir().toPath(), "x", now)
            val error = shouldThrow<UsageError> { RunDirectory.open(directory.path) }
            error.message shouldBe "${directory.path} is in use by another process"
            directory.close()
            RunDirectory.open(directory.path).use { it.path shouldBe directory.path }
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

        test("what does not exist cannot be opened") {
            shouldThrow<UsageError> { RunDirectory.open(tempdir().toPath().resolve("no")) }.message!! shouldContain
                "there is no run directory"
        }
    })
