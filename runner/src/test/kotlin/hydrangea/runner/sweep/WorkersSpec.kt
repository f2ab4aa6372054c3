package hydrangea.runner.sweep

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import kotlin.io.path.readText

private fun Worker.awaitCode(): Int {
    while (!ended) Thread.sleep(10)
    return checkNotNull(exitCode)
}

class WorkersSpec :
    FunSpec({
        val folder = tempdir().toPath()

        test("a process takes one command line after another, and each has an output and an exit code of its own") {
            Workers(1).use { workers ->
                val first = workers.start(listOf("--help"), folder.resolve("first"))
                first.awaitCode() shouldBe 0
                folder.resolve("first").readText() shouldContain "Usage: hydrangea"
                val second = workers.start(listOf("list", "nothing at all"), folder.resolve("second"))
                second.handle shouldBe first.handle
                second.awaitCode() shouldBe 1
                folder.resolve("second").readText() shouldContain "there is nothing called nothing at all"
                first.exitCode shouldBe 0
            }
        }

        test("two at a time are two processes, and after a failure or a death the next gets a new one") {
            Workers(1).use { workers ->
                val failing = workers.start(listOf("nonsense"), folder.resolve("failing"))
                val dying = workers.start(listOf("wait", "$folder/nowhere"), folder.resolve("dying"))
                dying.handle shouldNotBe failing.handle
                dying.kill()
                dying.awaitCode() shouldBe 137
                failing.awaitCode() shouldBe 1
                val next = workers.start(listOf("--help"), folder.resolve("next"))
                next.handle shouldNotBe failing.handle
                next.awaitCode() shouldBe 0
                failing.handle.onExit().join().isAlive shouldBe false
            }
        }
    })
