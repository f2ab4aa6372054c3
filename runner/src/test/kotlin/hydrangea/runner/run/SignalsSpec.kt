package hydrangea.runner.run

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit.SECONDS
import sun.misc.Signal
import sun.misc.SignalHandler

class SignalsSpec :
    FunSpec({
        test("the first signal is noted, the second leaves") {
            for ((name, code) in mapOf("INT" to 130, "TERM" to 143).filterKeys { it == "TERM" || heard(it) }) {
                val events = LinkedBlockingQueue<String>()
                Signals({ events += "noticed" }, { events += "leave $it" }).use { signals ->
                    signals.requested() shouldBe null
                    Signal.raise(Signal(name))
                    val first = events.poll(10, SECONDS)
                    signals.requested() shouldBe code
                    Signal.raise(Signal(name))
                    listOf(first, events.poll(10, SECONDS)) shouldContainExactly listOf("noticed", "leave $code")
                }
            }
        }
    })

/** Not in a shell's background job, which starts with SIGINT ignored, as the JVM then keeps it. */
private fun heard(name: String): Boolean {
    val before = Signal.handle(Signal(name), SignalHandler.SIG_DFL)
    Signal.handle(Signal(name), before)
    return before != SignalHandler.SIG_IGN
}
