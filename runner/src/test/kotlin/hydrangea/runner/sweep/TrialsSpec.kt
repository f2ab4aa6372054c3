package hydrangea.runner.sweep

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeIn
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlin.math.abs
import kotlin.math.ln
import kotlin.math.sqrt

private fun trials(count: Int, vararg words: String, seed: Long = 0, where: List<String> = listOf()) =
    planned(*words, sweeping = Sweeping(where, count, seed))

private fun Plan.numbers(key: String) = jobs.map { it.point.getValue(key).toDouble() }

/** The largest distance of the empirical distribution function from [distribution] (Kolmogorov, Smirnov). */
private fun distance(sample: List<Double>, distribution: (Double) -> Double): Double {
    val n = sample.size.toDouble()
    return sample.sorted().withIndex().maxOf { (i, x) ->
        maxOf(abs(distribution(x) - i / n), abs(distribution(x) - (i + 1) / n))
    }
}

/** What a sample of the distribution exceeds once in a thousand times. */
private fun critical(n: Int) = 1.95 / sqrt(n.toDouble())

class TrialsSpec :
    FunSpec({
        test("an interval is drawn uniformly") {
            val drawn = trials(2_000, "targetStd=interval(0.5, 2)").numbers("targetStd")
            distance(drawn) { (it - 0.5) / 1.5 } shouldBeLessThan critical(2_000)
        }

        test("with the tag log, its logarithm is") {
            val drawn = trials(2_000, "optimizer.learningRate=tag(log, interval(1e-5, 1e-1))")
            val distance = distance(drawn.numbers("optimizer.learningRate")) { ln(it / 1e-5) / ln(1e4) }
            distance shouldBeLessThan critical(2_000)
        }

        test("an integer key gets each integer between the ends as often, both among them") {
            val drawn = trials(3_000, "updates=interval(1, 4)", "seed=interval(0,1e9)").numbers("updates")
            for (k in 1..4) drawn.count { it == k.toDouble() } / 3_000.0 shouldBeLessThan
                0.25 + 4 * sqrt(0.1875 / 3_000)
            drawn.distinct() shouldContainExactlyInAnyOrder listOf(1.0, 2.0, 3.0, 4.0)
        }

        test("an integer key under log gets k in the share of log(1 + 1 / k)") {
            val drawn = trials(3_000, "updates=tag(log, interval(1, 4))", "seed=interval(0,1e9)").numbers("updates")
            for (k in 1..4) {
                val share = ln(1 + 1.0 / k) / ln(5.0)
                val off = 4 * sqrt(share * (1 - share) / 3_000)
                (drawn.count { it == k.toDouble() } / 3_000.0).shouldBeBetween(share - off, share + off, 0.0)
            }
        }

        test("ends that are integers give integers where the key does not ask for them") {
            trials(20, "targetStd=int(interval(1, 9))").points().forEach {
                it shouldBeIn (1..9).map { k -> "targetStd=$k" }
            }
        }

        test("a draw has six digits, and stays between ends that have more") {
            trials(20, "targetStd=interval(0.12345671, 0.12345679)").numbers("targetStd").forEach {
                it.shouldBeBetween(0.12345671, 0.12345679, 0.0)
            }
        }

        test("more trials keep the first ones, and another axis leaves the others as they were") {
            val few = trials(5, "targetStd=interval(0,1)", "batch=8,16")
            val many = trials(9, "targetStd=interval(0,1)", "batch=8,16")
            many.points().take(5) shouldBe few.points()
            val more = trials(5, "targetStd=interval(0,1)", "updates=1,2,3", "batch=8,16")
            more.jobs.map { it.point - "updates" } shouldBe few.jobs.map { it.point }
        }

        test("another seed of the sweep draws others") {
            trials(5, "targetStd=interval(0,1)", seed = 1).points() shouldNotBe
                trials(5, "targetStd=interval(0,1)", seed = 2).points()
        }

        test("a choice gives one of its items, a zip one of its rows, several grids one of theirs") {
            val words =
                arrayOf("targetStd=interval(0,1)", "zip(seed=[1,2], batch=[3,4])", "grid(updates=5)", "grid(updates=6)")
            val drawn = trials(40, *words).jobs.map { (it.point - "targetStd").values.joinToString("-") }
            drawn.distinct() shouldContainExactlyInAnyOrder listOf("1-3-5", "1-3-6", "2-4-5", "2-4-6")
        }

        test("trials that are drawn again or dropped by where make room for further ones") {
            val plan = trials(3, "seed=range(6)", where = listOf("seed > 2"))
            plan.points() shouldContainExactlyInAnyOrder listOf("seed=3", "seed=4", "seed=5")
            plan.jobs shouldHaveSize 3
        }

        test("where there are fewer different ones than trials, all are run, and that is said") {
            trials(9, "seed=range(4)").summary() shouldBe "4 jobs; 5 not to be had, all others are drawn"
        }
    })
