package hydrangea.runner.run

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit.SECONDS
import sun.misc.Signal

class SignalsSpec :
    FunSpec({
        test("the first signal is noted, the second leaves") {
            for ((name, code) in mapOf("INT" to 130, "TERM" to 143)) {
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
