package hydrangea.experiments

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe

/** `kill -9` at random moments, then `resume`; ten times a kind in [KillSlow]. */
class KillSpec : FunSpec({ victims(updates = 3_000, times = 2) })

internal fun FunSpec.victims(updates: Int, times: Int) {
    for (victim in Victim.ALL) {
        test("$victim: killed at $times random moments and resumed, it ends as it would have") {
            val whole = command(*victim.run(tempdir().toPath(), updates).toTypedArray())
            whole.code shouldBe 0
            KilledRun(victim, updates, tempdir().toPath()).kill(times).shouldEndLike(whole)
        }
    }
}
