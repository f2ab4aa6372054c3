package hydrangea.runner.run

import hydrangea.models.Store
import hydrangea.models.figure.Figure
import hydrangea.models.training.Training
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldEndWith
import io.kotest.matchers.string.shouldStartWith
import java.io.IOException
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText

/** Goes on with [stopped], as `resume` would, to the end of [training]. */
private fun resumed(stopped: Ran, training: Training): Ran {
    val tally = stopped.restore(training)
    val entry = mapOf("fromUpdate" to tally.updates, "overrides" to listOf("of=9"))
    return ran(stopped.directory, job(training, resumed = Resumed(tally, stopped.record, entry)))
}

class ResumedRunSpec :
    FunSpec({
        fun stoppedAt(update: Long, training: Counting) =
            ran(tempdir().toPath(), training) { 143.takeIf { training.count == update } }

        test("it goes on in the same directory where its checkpoint stands, and says so in run.json") {
            val stopped = stoppedAt(5, Counting(9))
            val run = resumed(stopped, Counting(9))
            run.exitCode shouldBe 0
            run.directory shouldBe stopped.directory
            run.out shouldStartWith "going on from update 5 of 9 of phase count\n"
            run.losses() shouldContainExactly ran(tempdir().toPath(), Counting(9)).losses()
            run.record["status"].asString shouldBe "finished"
            run.record["started"] shouldBe stopped.record["started"]
            run.record["script"] shouldBe stopped.record["script"]
            run.record["resumed"].asJsonArray.single().asJsonObject.toString() shouldBe
                """{"at":"2026-07-01T10:20:30Z","fromUpdate":5,"overrides":["of=9"]}"""
        }

        test("every time it is resumed has an entry of its own") {
            val first = stoppedAt(2, Counting(9))
            val second = resumed(first, Counting(4))
            val third = resumed(second, Counting(9))
            third.record["resumed"].asJsonArray.map { it.asJsonObject["fromUpdate"].asLong } shouldContainExactly
                listOf(2L, 4L)
        }

        test("updates and seconds are counted on") {
            val stopped = stoppedAt(5, Counting(9))
            val tally = stopped.restore(Counting(9))
            tally.updates shouldBe 5
            tally.rows shouldBe 5
            val run = resumed(stopped, Counting(9))
            run.record["updates"].asLong shouldBe 9
            run.record["wallSeconds"].asDouble shouldBeGreaterThan tally.seconds
            val last = run.directory.resolve("metrics.csv").readText().trim().lines().last().split(",")
            last.reversed()[1].toDouble() shouldBeGreaterThan tally.seconds
        }

        test("rows after the checkpoint are told again, and no row twice") {
            val training = Counting(9) { if (it == 8L) error("a bug") }
            val failed = ran(tempdir().toPath(), job(training, Period.Updates(3)))
            failed.losses().size shouldBe 8
            failed.err shouldEndWith "; to go on, say: ./hydrangea resume ${failed.directory}\n"
            val run = resumed(failed, Counting(9))
            run.losses() shouldContainExactly ran(tempdir().toPath(), Counting(9)).losses()
        }

        test("the event files hold every step once") {
            val run = resumed(stoppedAt(5, Counting(9)), Counting(9))
            eventFiles(run.directory).size shouldBe 2
            eventRows(run.directory).map { it.step } shouldContainExactly (1L..9L).toList()
        }

        test("a figure that still had to be drawn is drawn") {
            val stopped = stoppedAt(1, Counting(3))
            val tally = stopped.restore(Counting(3)).copy(figures = mapOf("late" to CURVE))
            val resumed = Resumed(tally, stopped.record, emptyMap())
            val training = Counting(3).also(stopped::restore)
            val run = ran(stopped.directory, job(training, resumed = resumed))
            run.directory.resolve("plots/late.svg").exists() shouldBe true
        }

        test("a tally keeps its figures, and comes back as it was") {
            val figures = mapOf("a/b" to CURVE, "c" to Figure.Panels("p", 1, listOf(CURVE as Figure.Chart)))
            val tally = Tally(1, 0.1, 1.0 / 3, 4, 5, 6, figures)
            val folder = tempdir().toPath()
            Checkpoints(folder).save(RunState(tally, Counting(3)))
            val back = RunState(Tally(), Counting(3))
            Checkpoints(folder).restore(back) {}
            back.tally shouldBe tally
        }

        test("a checkpoint that cannot be written fails the run, and the one before stays") {
            val training = Counting(9)
            val full =
                object : Training by training {
                    override fun exchange(store: Store) {
                        if (training.count == 4L) throw IOException("No space left on device")
                        training.exchange(store)
                    }
                }
            val run = ran(tempdir().toPath(), job(full, Period.Updates(2)))
            run.exitCode shouldBe 4
            run.record["status"].asString shouldBe "failed"
            run.err shouldContain "failed: cannot write ${run.directory}/checkpoint/000002: No space left on device"
            run.directory.resolve("checkpoint").listDirectoryEntries().map { it.name } shouldContainExactly
                listOf("000001")
            run.count() shouldBe 2
        }

        test("rows that someone took away are missed") {
            val stopped = stoppedAt(5, Counting(9))
            val file = stopped.directory.resolve("metrics.csv")
            replace(file, file.readText().lines().take(3).joinToString("\n"))
            val run = resumed(stopped, Counting(9))
            run.err shouldBe "metrics.csv lacks 3 rows that it had\n"
            run.losses() shouldContainExactly listOf("1", "0.5") + run.losses().drop(2)
            run.losses().size shouldBe 6
        }
    })
