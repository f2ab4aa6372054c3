package hydrangea.runner.override

import hydrangea.dsl.param
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

/** Two scripts that declare the same parameter. */
private class Imported {
    val rate by param(0.1)
}

private class Importing {
    val rate by param(0.2)
    val result = fit(threeModes, gaussian(), reverseKl(), adam(Imported().rate * rate))
}

private class Clash {
    val updates by param(10)
    val target by param("here")
    val result = fit(threeModes, gaussian(), reverseKl(), updates = updates, note = target)
}

private class Numbers {
    val half by param(2)
    val rest by param(5)
    val result =
        plain().also {
            if (half + rest > 10) error("half and rest are more than 10")
            check(10 / half >= 0)
        }
}

private class Broken {
    val seed by param(1)
    val result: Experiment = throw IllegalStateException("$seed")
}

private fun toy() = Toy().result

private fun chosen() = Chosen().result

class ParameterTest :
    FunSpec({
        test("a parameter reaches the components that use it") {
            value(::toy, "actor.targetStd", "targetStd=0.5") shouldBe "0.5"
            value(::toy, "actor.hidden", "widths=[8]") shouldBe "[8]"
            value(::toy, "actor.hidden", "widths.0=8") shouldBe "[8, 128]"
            value(::toy, "batch", "size=large") shouldBe "256"
        }
        test("a component wins over the parameter that it came from") {
            value(::toy, "actor.targetStd", "targetStd=0.5", "actor.targetStd=0.25") shouldBe "0.25"
        }
        test("a choice takes its options, then the catalogue") {
            value(::chosen, "actor.hidden", "actor=gaussian") shouldBe "[32]"
            value(::chosen, "actor.hidden", "actor=meanFlow") shouldBe "[16]"
            value(::chosen, "actor.layers", "actor=flow") shouldBe "4"
            value(::chosen, "actor.hidden", "actor='gaussian()'") shouldBe "[256, 256]"
        }
        test("below a choice named after its place is the tree") {
            value(::chosen, "actor.targetStd", "actor=meanFlow", "actor.targetStd=0.5") shouldBe "0.5"
            value(::chosen, "actor.lastScale", "actor.lastScale=0.5") shouldBe "0.5"
        }
        test("below a choice of another name is its spec") {
            value(::chosen, "optimizer.schedule.to", "rate=cosine", "rate.to=0.25") shouldBe "0.25"
            value(::chosen, "optimizer.schedule.factor", "rate.factor=0.25") shouldBe "0.25"
        }
        test("a wrong value of a parameter is refused with its type and default") {
            problems(::toy, "targetStd=big", "widths=[x]", "size=medium", "widths.7=1") shouldContainExactly
                listOf(
                    "targetStd=big: expected double, was big (now 0.01)",
                    "widths=[x]: expected int, was x (now [128, 128])",
                    "size=medium: expected one of small, large, was medium (now 64)",
                )
        }
        test("a wrong option is answered with the nearest, of the choice or the catalogue") {
            problems(::toy, "size=smal") shouldContainExactly
                listOf("size=smal: expected one of small, large, was smal; did you mean small? (now 64)")
            problems(::chosen, "actor=fow") shouldContainExactly
                listOf("actor=fow: expected one of gaussian, meanFlow, was fow; did you mean flow? (now gaussian)")
            problems(::chosen, "actor=flow(layers=0)") shouldContainExactly
                listOf("actor=flow(layers=0): layers must be positive, was 0 (now gaussian)")
        }
        test("a misspelt parameter is answered with the nearest name") {
            problems(::toy, "targetStt=1") shouldContainExactly
                listOf(
                    "targetStt=1: targetStt is neither a parameter of the script nor a component of fit; " +
                        "did you mean targetStd?"
                )
        }
        test("what the script's own specs refuse names the parameter, and the rest is still checked") {
            problems(::toy, "targetStd=-1", "updates=0", "batc=1") shouldContainExactly
                listOf(
                    "targetStd=-1: targetStd must not be negative, was -1.0 (double, now 0.01)",
                    "updates=0: updates must be at least 1, was 0 (int, now 2000)",
                    "batc=1: batc is neither a parameter of the script nor a component of fit; did you mean batch?",
                )
        }
        test("what two parameters do together names both, a bug of the script its kind") {
            problems({ Numbers().result }, "half=5", "rest=8") shouldContainExactly
                listOf("half=5, rest=8: half and rest are more than 10")
            problems({ Numbers().result }, "half=0") shouldContainExactly
                listOf("half=0: ArithmeticException: / by zero (int, now 2)")
        }
        test("a script that fails without any override fails as it does") {
            shouldThrow<IllegalStateException> { resolved({ Broken().result }, "seed=2") }.message shouldBe "2"
        }
        test("the same parameter in two scripts is refused, naming both") {
            problems({ Importing().result }) shouldContainExactly
                listOf("the parameter rate is declared in Importing.exp.kts and Imported.exp.kts: rename one of them")
        }
        test("a parameter with the name of a component is refused, unless it is what stands there") {
            problems({ Clash().result }) shouldContainExactly
                listOf(
                    "the parameter target of Clash.exp.kts and the component target of fit have the same name: " +
                        "rename the parameter",
                    "the parameter updates of Clash.exp.kts and the component updates of fit have the same name: " +
                        "rename the parameter",
                )
            problems(::chosen) shouldContainExactly emptyList()
        }
        test("settings know their origin") {
            val toy = resolved(::toy, "targetStd=0.5", "actor.hidden.0=1", "optimizer=adam(learningRate=1)")
            val origins = (toy.parameters + toy.settings).associate { it.key to it.origin }
            origins["targetStd"] shouldBe "command line"
            origins["widths"] shouldBe "Toy.exp.kts"
            origins["actor.targetStd"] shouldBe "parameter targetStd"
            origins["actor.hidden"] shouldBe "command line"
            origins["actor"] shouldBe "script"
            origins["optimizer"] shouldBe "command line"
            origins["optimizer.learningRate"] shouldBe "command line"
            origins["optimizer.clipNorm"] shouldBe "default of adam"
            origins["updates"] shouldBe "script"
        }
    })
