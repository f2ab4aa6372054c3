package hydrangea.experiments

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain

private val SHORT =
    arrayOf("updates=250", "batch=32", "measure=[modes(samples=200, every=100)]", "actor.hidden=[32, 32]")

class ReproductionSpec :
    FunSpec({
        val out = tempdir().path

        test("the same script, seed and threads give the same metrics but for the time") {
            for (script in listOf("toy/mean_flow", "toy/gaussian_reverse_kl")) {
                val first = command("run", script, *SHORT, "--out", out)
                val second = command("run", script, *SHORT, "--out", out)
                second.directory shouldNotBe first.directory
                first.metrics.map { it.substringBefore(",") } shouldBe listOf("step", "100", "200", "250")
                second.metrics shouldBe first.metrics
                command("run", script, *SHORT, "seed=1", "--out", out).metrics shouldNotBe first.metrics
            }
        }

        test("a run's config.yaml reproduces it, and one parameter more changes what hangs on it") {
            val old = command("run", "toy/mean_flow", *SHORT, "seed=7", "--out", out)
            val config = old.directory.resolve("config.yaml").toString()
            val again = command("run", "toy/mean_flow", "--config", config, "--out", out)
            again.err shouldBe ""
            again.metrics shouldBe old.metrics
            val shown = command("show", "toy/mean_flow", "--config", config, "targetStd=0.1")
            shown.err shouldBe ""
            shown.out shouldContain Regex("actor.targetStd +double +0.1 ")
            shown.out shouldContain Regex("updates +int +250 ")
            shown.out shouldNotContain "40000"
        }
    })
