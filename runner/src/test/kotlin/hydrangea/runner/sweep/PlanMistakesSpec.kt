package hydrangea.runner.sweep

import hydrangea.dsl.axis
import hydrangea.dsl.seeds
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

/** Words, two blanks between them, and what their user is told. */
private val MISTAKES =
    listOf(
        "updates=5" to
            "there is nothing to sweep: say several values for a key, such as seed=0,1,2 or 'seed=range(5)', " +
                "or give the experiment a sweep = listOf(seeds(5))",
        "seed=interval(0,9)" to "seed=interval(0,9): an interval has no list of values: draw N of them with --trials N",
        "zip(seed=[1,2], batch=[3,4,5])" to
            "zip(...) goes in step, so all need as many values: seed has 2, batch has 3",
        "zip(seed=1,2, batch=interval(3,4))" to
            "batch=interval(3,4): an interval has no list of values: draw N of them with --trials N",
        "seed=1,2  seed=3" to "seed is said twice: once as a sweep, once more beside it",
        "seed=1,2  grid(seed=3,4)" to "seed is said twice: once as a sweep, once more beside it",
        "seed=range(5,3)" to "seed=range(5,3): holds no value: a range goes from its start up to before its stop",
        "seed=range(1000)  batch=range(1000)" to "that makes 1000000 jobs, and no sweep may have more than 100000",
        "seed=range(1e7)" to "seed=range(1e7): holds 10000000 values",
        "size=glob(m*)" to "size=glob(m*): fits none of small, large",
        "updates=glob(*)" to "updates=glob(*): updates has no named options",
        "sise=glob(*)" to "sise=glob(*): there is no key sise whose options could be meant",
        "zip(1,2)" to "zip(1,2): expected KEY=VALUES: zip(seed=1,2)\n  zip(1,2)\n      ^",
        "grid(seed=1,,2)" to "grid(seed=1,,2): expected a value\n  grid(seed=1,,2)\n              ^",
        "grid(seed=1,2" to "grid(seed=1,2: expected ) at the end of grid(...)\n  grid(seed=1,2\n               ^",
        "grid(seed=1,2, batch=[3)" to
            "grid(seed=1,2, batch=[3): expected , or ]\n  grid(seed=1,2, batch=[3)\n                         ^",
        "seeds(many)" to
            "seeds(many): seeds(5) are five, 0 to 4; seeds(3,5,7) are these three\n  seeds(many)\n        ^",
        "seed=1,2  hiden=3" to
            "hiden=3: hiden is neither a parameter of the script nor a component of fit; did you mean actor.hidden?",
        "seed=range(9)  batch=0,1" to
            "job 0 (seed=0 batch=0), 2 and 7 more: batch=0: batch must be at least 1, was 0 (int, now 256)",
        "batch=0,1,2" to "job 0 (batch=0): batch=0: batch must be at least 1, was 0 (int, now 256)",
        "batch=0,0.5e1  seed=1,2" to
            "job 0 (batch=0 seed=1) and 1: batch=0: batch must be at least 1, was 0 (int, now 256)",
    )

/** Conditions on `seed=range(4)`, and what their user is told. */
private val CONDITIONS =
    listOf(
        "seed <" to "cannot be read from here on\n  seed <\n       ^",
        "sede < 3" to "there is no key sede; did you mean seed?\n  sede < 3\n  ^",
        "seed < 3 and actor.hiden.0 > 3" to
            "there is no key actor.hiden.0; did you mean actor.hidden?\n  seed < 3 and actor.hiden.0 > 3\n               ^",
        "seed + 1" to "comes to neither true nor false",
        "\"a\".getClass()" to "cannot be read from here on\n  \"a\".getClass()\n     ^",
        "new('java.io.File', 'a')" to "cannot be read from here on\n  new('java.io.File', 'a')\n  ^",
        "seed = 1" to "cannot be read from here on\n  seed = 1\n  ^",
    )

class PlanMistakesSpec :
    FunSpec({
        for ((words, told) in MISTAKES) {
            test("$words is refused with a reason") {
                problems(*words.split("  ").toTypedArray()) shouldContainExactly listOf(told)
            }
        }

        for ((condition, told) in CONDITIONS) {
            test("--where '$condition' is refused with a reason") {
                val problems = problems("seed=range(4)", sweeping = Sweeping(listOf(condition)))
                problems shouldContainExactly
                    listOf(if (told.startsWith("job")) told else "--where '$condition': $told")
            }
        }

        test("all that is wrong with any job is said at once, each thing once") {
            val told = problems("batch=0,1", "updates=0,1", "hiden=3").map { it.substringBefore(": ") }
            told shouldContainExactly
                listOf("hiden=3", "job 0 (batch=0 updates=0) and 1", "job 0 (batch=0 updates=0) and 2")
        }

        test("what only building finds out is found before anything starts") {
            problems("seed=range(3)", "observation=[]", script = ::gaussianToy) shouldContainExactly
                listOf("gaussian needs an observation of at least one number, such as observation=[1]")
        }

        test("a log interval from 0, an empty interval and a wrong tag are refused when they are drawn") {
            fun told(word: String) = problems(word, sweeping = Sweeping(trials = 3)).single().substringAfter("): ")
            told("targetStd=tag(log, interval(0, 1))") shouldBe "a logarithm needs an interval above 0"
            told("targetStd=interval(2, 1)") shouldBe "the start has to be below the end"
            told("targetStd=tag(lgo, interval(1, 2))") shouldBe "an interval can have the tag log, not lgo"
            told("updates=interval(1.2, 1.8)") shouldBe "holds no integer"
        }

        test("a sweep of the script with a wrong axis names the axis") {
            fun told(vararg values: Any) =
                problems(script = { Toy(listOf(axis("target", *values))).experiment }).single()
            told("threeModes", "ring(") shouldBe
                "the sweep of the script: target=ring(: expected a value\n  target=ring(\n              ^"
            told(Toy::class) shouldBe
                "the sweep of the script: the axis target: no command line can say KClassImpl, which is not in the " +
                    "catalogue: make it an option, as in val target by choice(\"one\" to ..., \"other\" to ...), and " +
                    "sweep its names"
            told("threeModes", "ring,threeModes") shouldBe
                "the sweep of the script: target=ring,threeModes: stands beside other values of target"
        }

        test("a condition that drops everything is no plan") {
            problems("seed=1,2", sweeping = Sweeping(listOf("seed > 5"))) shouldBe listOf("where drops all 2 jobs")
        }

        test("holding fast all that the script sweeps leaves nothing") {
            val told = problems("seed=3", script = { Toy(listOf(seeds(5))).experiment }).single()
            told.substringBefore(":") shouldBe "there is nothing to sweep"
        }
    })
