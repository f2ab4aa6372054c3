package hydrangea.runner.run

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldMatch
import java.nio.file.Path
import java.time.Instant
import kotlin.io.path.createFile
import kotlin.io.path.fileSize
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

/** Goes on at [keep], writes a row for each of [steps]; returns the position after each of them. */
private fun written(folder: Path, keep: Long, steps: LongRange): List<Long> =
    EventFiles(folder, TickingWatch(), keep).use { events ->
        steps.map { step ->
            events.row("fit", step, mapOf("loss" to 1.0 / step), 100.0)
            events.position
        }
    }

private fun steps(folder: Path) = eventRows(folder).map { it.step }

class EventFilesSpec :
    FunSpec({
        test("a row has its time, its step, every value under its tag, and the speed") {
            val folder = tempdir().toPath()
            EventFiles(folder, TickingWatch(), keep = 0).use {
                it.row("fit", 0, mapOf("w1" to 0.1), 0.0)
                it.row("a/fit", 7, mapOf("loss" to 1e300, "w1" to Double.NaN), 12.5)
            }
            val now = 1782901230.0 // date -d 2026-07-01T10:20:30Z +%s
            events(eventFiles(folder).single().readBytes()) shouldContainExactly
                listOf(
                    Seen(now, "brain.Event:2", 0, emptyMap()),
                    Seen(now, null, 0, mapOf("charts/w1" to 0.1f, "charts/SPS" to 0f)),
                    Seen(
                        now,
                        null,
                        7,
                        mapOf(
                            "a/losses/loss" to Float.POSITIVE_INFINITY,
                            "a/charts/w1" to Float.NaN,
                            "a/charts/SPS" to 12.5f,
                        ),
                    ),
                )
            eventFiles(folder).single().name shouldMatch Regex("""events\.out\.tfevents\.1782901230\..+\.\d+\.0""")
        }

        test("every row can be read as soon as it is written") {
            val folder = tempdir().toPath()
            EventFiles(folder, TickingWatch(), keep = 0).use {
                steps(folder) shouldHaveSize 0
                it.row("fit", 1, mapOf("loss" to 0.5), 1.0)
                steps(folder) shouldContainExactly listOf(1)
            }
        }

        test("going on from a position cuts the later rows off, and no step comes twice") {
            for (at in 0..5) {
                val folder = tempdir().toPath()
                val positions = written(folder, 0, 1L..5L)
                val keep = if (at == 0) 0 else positions[at - 1]
                written(folder, keep, at + 1L..7L)
                steps(folder) shouldContainExactly (1L..7L).toList()
            }
        }

        test("a torn last row is cut off wherever it was torn") {
            val whole = tempdir().toPath()
            val (first, second) = written(whole, 0, 1L..2L)
            val bytes = eventFiles(whole).single().readBytes()
            for (torn in first.toInt()..second.toInt()) {
                val folder = tempdir().toPath()
                folder.resolve(eventFiles(whole).single().name).writeBytes(bytes.copyOf(torn))
                written(folder, first, 2L..3L)
                steps(folder) shouldContainExactly listOf(1, 2, 3)
            }
        }

        test("a position may lie in any file of a run that went on several times") {
            val folder = tempdir().toPath()
            val first = written(folder, 0, 1L..3L)
            val second = written(folder, first[1], 3L..6L)
            val third = written(folder, second[3], 7L..9L)
            eventFiles(folder) shouldHaveSize 3
            third.last() shouldBe eventFiles(folder).sumOf { it.fileSize() }

            written(folder, second[1], 5L..5L)
            steps(folder) shouldContainExactly (1L..5L).toList()
            written(folder, first[0], 2L..2L)
            steps(folder) shouldContainExactly listOf(1, 2)
            eventFiles(folder) shouldHaveSize 2
        }

        test("a file that lost its end keeps the rest, and positions go on from what there is") {
            val folder = tempdir().toPath()
            val positions = written(folder, 0, 1L..3L)
            val shorter = written(tempdir().toPath(), 0, 1L..2L).last()
            eventFiles(folder).single().apply { writeBytes(readBytes().copyOf(shorter.toInt())) }
            val later = written(folder, positions.last(), 4L..6L)
            written(folder, later[0], 5L..5L)
            steps(folder) shouldContainExactly listOf(1, 2, 4, 5)
        }

        test("a new file comes last in the order of names, also where the clock has run backwards") {
            val folder = tempdir().toPath()
            val later = folder.resolve("events.out.tfevents.1999999999.elsewhere.1.0").createFile()
            later.writeBytes(Event.version(Instant.EPOCH))
            written(folder, later.fileSize(), 1L..1L)
            written(folder, Long.MAX_VALUE, 2L..2L)
            eventFiles(folder).map { it.name.split(".")[3] } shouldContainExactly
                listOf("1999999999", "2000000000", "2000000001")
            steps(folder) shouldContainExactly listOf(1, 2)
        }
    })
