package hydrangea.runner.sweep

import com.github.ajalt.mordant.rendering.AnsiLevel
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.terminal.TerminalRecorder
import hydrangea.runner.Settings
import hydrangea.runner.run.Interruption
import hydrangea.runner.run.Pid
import hydrangea.runner.run.Status
import hydrangea.runner.run.SystemWatch
import hydrangea.runner.run.jsonObject
import hydrangea.runner.run.text
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.createDirectory
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** Says in `run.json` how the job ended, as a run does. */
private fun ends(status: String) =
    """printf '{"status": "$status", "exitReason": "$status", "results": {"answer": 42}}' > run.json"""

/** A sweep whose jobs are shell scripts, in their directories. */
private class Shell(folder: Path, private val scripts: List<String>, manner: Manner) {
    val recorder = TerminalRecorder(AnsiLevel.NONE, outputInteractive = false, inputInteractive = false)
    val jobs =
        scripts.indices.map {
            SweepJob(it, listOf("seed=$it"), mapOf("seed" to "$it"), folder.resolve("$it").createDirectory())
        }
    val sweep = SweepRecord(folder, mapOf("experiment" to "toy/x"), manner, jobs)
    val launched = mutableListOf<Int>()

    fun launch(job: SweepJob): Worker {
        launched += job.index
        val process = ProcessBuilder("sh", "-c", scripts[job.index]).directory(job.directory.toFile())
        return process.redirectErrorStream(true).redirectOutput(job.directory.resolve(OUTPUT).toFile()).start().let {
            Worker(it.toHandle()) { if (it.isAlive) null else it.exitValue() }
        }
    }

    fun work(interruption: Interruption = Interruption { null }, launch: (SweepJob) -> Worker = ::launch): Int? {
        jobs.forEach { if (!it.directory.resolve("run.json").exists()) pending(it) }
        val board = Board(Terminal(terminalInterface = recorder), jobs, SystemWatch)
        return Pool(sweep, SystemWatch, interruption, board, launch).work()
    }

    private fun pending(job: SweepJob) = job.directory.resolve("run.json").writeText("""{"status": "pending"}""")

    val statuses
        get() = jobs.map { it.status }

    fun recorded(index: Int) = jsonObject(jobs[index].directory.resolve("run.json"))
}

private val TWO = Manner.usual(Settings()).copy(jobs = 2)

class PoolSpec :
    FunSpec({
        fun shell(vararg scripts: String, manner: Manner = TWO) = Shell(tempdir().toPath(), scripts.toList(), manner)

        test("all jobs are worked on, in their order, and what they came to is on record") {
            val shell = shell(*Array(5) { ends("finished") })
            shell.work() shouldBe null
            shell.launched shouldContainExactly listOf(0, 1, 2, 3, 4)
            shell.statuses.toSet() shouldBe setOf(Status.FINISHED)
            val told = jsonObject(shell.sweep.folder.resolve("sweep.json")).getAsJsonArray("jobs")
            told.map { it.asJsonObject.text("status") }.toSet() shouldBe setOf("finished")
            told[3].asJsonObject["results"].asJsonObject["answer"].asInt shouldBe 42
            shell.recorder.stdout() shouldContain "job 3 (seed=3) finished: answer 42"
        }

        test("no more than so many run at a time") {
            val script = "ls .. | grep -c busy- > seen; touch ../busy-$$; sleep 0.3; rm ../busy-$$; ${ends("finished")}"
            val shell = shell(*Array(6) { script })
            shell.work()
            shell.statuses.toSet() shouldBe setOf(Status.FINISHED)
            shell.jobs.maxOf { it.directory.resolve("seen").readText().trim().toInt() } shouldBe 1
        }

        test("a job that fails, one that diverges, one that dies and one that hangs do not keep the others") {
            val shell =
                shell(
                    ends("failed"),
                    ends("diverged"),
                    "kill -9 $$",
                    "trap 'exit 143' TERM; sleep 100 & wait",
                    "echo no such thing; exit 1",
                    ends("finished"),
                    manner = TWO.copy(timeout = 1.0),
                )
            shell.work()
            shell.statuses shouldContainExactly
                listOf(Status.FAILED, Status.DIVERGED, Status.FAILED, Status.FAILED, Status.FAILED, Status.FINISHED)
            shell.jobs.map { it.reason } shouldContainExactly
                listOf(
                    "failed",
                    "diverged",
                    "its process was killed by signal 9",
                    "timed out after 0:01",
                    "its process ended with exit code 1: no such thing",
                    "finished",
                )
            shell.recorded(3).text("status") shouldBe "failed"
            shell.recorded(3).text("exitReason") shouldBe "timed out after 0:01"
            code(shell.jobs) shouldBe 4
        }

        test("a failed job is started again as often as asked, and a diverged one is not") {
            val second = "if [ -e once ]; then ${ends("finished")}; else touch once; ${ends("failed")}; fi"
            val shell = shell(second, ends("failed"), ends("diverged"), manner = TWO.copy(retry = 1))
            shell.work()
            shell.statuses shouldContainExactly listOf(Status.FINISHED, Status.FAILED, Status.DIVERGED)
            shell.launched.groupingBy { it }.eachCount() shouldBe mapOf(0 to 2, 1 to 2, 2 to 1)
        }

        test("with fail-fast the first failure stops what runs, and nothing else begins") {
            val long = "trap '${ends("cancelled").replace("'", "'\\''")}; exit 143' TERM; sleep 100 & wait"
            val shell =
                shell("sleep 0.3; ${ends("failed")}", long, ends("finished"), manner = TWO.copy(failFast = true))
            shell.work()
            shell.statuses shouldContainExactly listOf(Status.FAILED, Status.CANCELLED, Status.PENDING)
        }

        test("an interruption stops what runs, each in its own time, and leaves the rest for another day") {
            val long = "trap 'sleep 0.2; ${ends("cancelled").replace("'", "'\\''")}; exit 143' TERM; sleep 100 & wait"
            val shell = shell(long, long, ends("finished"))
            var asked = 0
            shell.work({ if (asked++ > 6) 130 else null }) shouldBe 130
            shell.statuses shouldContainExactly listOf(Status.CANCELLED, Status.CANCELLED, Status.PENDING)
            shell.recorded(0).text("status") shouldBe "cancelled"
        }

        test("what is settled is left alone, and what was cancelled is begun again") {
            val shell = shell(*Array(3) { ends("finished") })
            listOf("finished", "diverged", "cancelled").forEachIndexed { i, status ->
                shell.jobs[i].directory.resolve("run.json").writeText("""{"status": "$status"}""")
                shell.jobs[i].refresh()
            }
            shell.work()
            shell.launched shouldContainExactly listOf(2)
        }

        test("a process that a pool before has left behind is waited for, not doubled") {
            val shell = shell("sleep 0.5; ${ends("finished")}", ends("finished"))
            shell.jobs[0].directory.resolve("run.json").writeText("""{"status": "running"}""")
            shell.jobs[0].pid = Pid.of(shell.launch(shell.jobs[0]).handle)
            shell.launched.clear()
            shell.work()
            shell.launched shouldContainExactly listOf(1)
            shell.statuses.toSet() shouldBe setOf(Status.FINISHED)
        }

        test("a process that a pool before has left behind and that dies is begun again") {
            val shell = shell("if [ -e once ]; then ${ends("finished")}; else touch once; sleep 0.5; kill -9 $$; fi")
            shell.jobs[0].directory.resolve("run.json").writeText("""{"status": "running"}""")
            shell.jobs[0].pid = Pid.of(shell.launch(shell.jobs[0]).handle)
            shell.work()
            shell.launched shouldContainExactly listOf(0, 0)
            shell.statuses.toSet() shouldBe setOf(Status.FINISHED)
        }

        test("a waiting job that was cancelled does not begin") {
            val shell = shell("touch ../1/.cancel; ${ends("finished")}", ends("finished"), manner = TWO.copy(jobs = 1))
            shell.work()
            shell.statuses shouldContainExactly listOf(Status.FINISHED, Status.CANCELLED)
            shell.launched shouldContainExactly listOf(0)
        }

        test("a process that cannot be started fails its job only") {
            val shell = shell(ends("finished"), ends("finished"))
            shell.work { if (it.index == 0) throw IOException("no more processes") else shell.launch(it) }
            shell.statuses shouldContainExactly listOf(Status.FAILED, Status.FINISHED)
            shell.jobs[0].reason shouldBe "its process cannot be started: no more processes"
        }
    })
