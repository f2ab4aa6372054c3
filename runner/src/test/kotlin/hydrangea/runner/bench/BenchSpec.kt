package hydrangea.runner.bench

import com.github.ajalt.clikt.testing.test
import com.google.gson.JsonParser
import hydrangea.models.nn.Activation
import hydrangea.runner.command.Bench
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain

private val SMALL = Size(batch = 8, hidden = listOf(8), activation = Activation.TANH)

/** Counts what is asked of it; [mine] makes it differ from others of its kind. */
private class Counted(private val mine: String = "") : Subject {
    var updates = 0
    var floors = 0

    override fun update() {
        updates++
    }

    override fun floor() {
        floors++
    }

    override fun fingerprint() = "$updates$mine"

    override fun close() = Unit
}

class BenchSpec :
    FunSpec({
        test("without a workload it lists them") {
            val lines = Bench().test("").output.trim().lines()
            lines.drop(1).map { it.substringBefore(" ") } shouldBe WORKLOADS.map { it.name }
        }

        test("an unknown workload is refused with those there are") {
            val result = Bench().test("toy/meanflow")
            result.statusCode shouldBe 1
            result.stderr shouldContain "toy/gaussian, toy/flow, toy/latent, toy/mean_flow, toy/flow_matching"
        }

        test("a line of JSON has the figures and what they depend on") {
            val out =
                Bench().test("toy/mean_flow --json --seconds 0.01 --batch 8 --hidden 8,4 --activation gelu").stdout
            val line = JsonParser.parseString(out.trim()).asJsonObject
            line["workload"].asString shouldBe "toy/mean_flow"
            line["batch"].asInt shouldBe 8
            line["hidden"].toString() shouldBe "[8,4]"
            line["activation"].asString shouldBe "gelu"
            val (micros, floor) = listOf("microsPerUpdate", "floorMicros").map { line[it].asDouble }
            floor shouldBeGreaterThan 0.0
            line["floorShare"].asDouble shouldBe (floor / micros plusOrMinus 1e-12)
        }

        test("every workload runs, and comes to the same from the same start") {
            for (workload in WORKLOADS) {
                val prints =
                    List(2) {
                        workload.start(SMALL).use { subject ->
                            val before = subject.fingerprint()
                            subject.update()
                            subject.fingerprint().also { it shouldNotBe before }
                        }
                    }
                prints.distinct().size shouldBe 1
            }
        }

        test("trainings side by side come to the numbers of one alone") {
            for (workload in WORKLOADS.filter { it.name.startsWith("toy/") || it.name.startsWith("learn/") }) {
                replicas({ workload.start(SMALL) }, count = 2, seconds = 0.01).sameNumbers shouldBe true
            }
        }

        test("one among them that comes to another number is noticed") {
            var started = 0
            replicas({ Counted(if (++started == 4) "!" else "") }, count = 2, seconds = 0.001).sameNumbers shouldBe
                false
        }

        test("updates and floors are both timed after a warm-up, the update by its median") {
            val subject = Counted()
            measure(subject, 0.001).micros shouldBeGreaterThan 0.0
            listOf(subject.updates, subject.floors).forEach { it shouldBeGreaterThan 3 }
            median(listOf(9.0, 1.0, 2.0)) shouldBe 2.0
            median(listOf(4.0, 1.0, 2.0, 9.0)) shouldBe 3.0
        }
    })
