package hydrangea.runner.run

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

class PeriodSpec :
    FunSpec({
        test("a period is seconds, minutes, hours or a number of updates") {
            Period.of("30s") shouldBe Period.Seconds(30.0)
            Period.of("0.5m") shouldBe Period.Seconds(30.0)
            Period.of("2h") shouldBe Period.Seconds(7200.0)
            Period.of("5000") shouldBe Period.Updates(5000)
            for (wrong in listOf("", "s", "0", "0s", "-1", "5 s", "1d", "1.5", "99999999999999999999")) Period.of(
                wrong
            ) shouldBe null
        }

        test("updates are counted from the first of the run, whoever made it") {
            val meter = Meter(TickingWatch(), Tally(updates = 7))
            val alarm = Alarm(Period.Updates(4), meter)
            List(6) { meter.count().run { alarm.due() } } shouldContainExactly
                listOf(true, false, false, false, true, false)
        }

        test("seconds are counted from the last time") {
            val meter = Meter(TickingWatch()) // a second passes with every question
            val alarm = Alarm(Period.Seconds(3.0), meter)
            List(5) { alarm.due().also { due -> if (due) alarm.reset() } } shouldContainExactly
                listOf(false, false, true, false, false)
        }
    })
