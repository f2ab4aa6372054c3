package hydrangea.runner.command

import com.google.gson.JsonParser
import hydrangea.runner.UsageError
import hydrangea.runner.override.Experiment
import hydrangea.runner.override.Toy
import hydrangea.runner.override.resolved
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import kotlin.io.path.writeText

private fun toy() = Toy().result

private fun excerpt(groups: List<String>, vararg said: String) = Excerpt(resolved(::toy, *said), groups)

private fun excerpt(vararg groups: String) = excerpt(groups.toList())

class ExcerptTest :
    FunSpec({
        test("the table shows parameters, then components") {
            val said = arrayOf("targetStd=0.5", "measure=[]", "optimizer=adam(schedule=cosine)")
            excerpt(listOf(), *said).table() shouldBe
                """
                |parameter  type                 value       origin        doc
                |targetStd  double               0.5         command line
                |widths     list of int          [128, 128]  Toy.exp.kts   Of the hidden layers
                |size       one of small, large  small       Toy.exp.kts
                |
                |key                     type                    value                                    origin               doc
                |target                  target                  gaussianMixture                          script               Round Gaussians, each with its weight
                |target.means            list of list of double  [[0.0, 0.5], [-0.5, -0.5], [0.5, -0.5]]  script
                |target.std              double                  0.02                                     script
                |target.weights          list of double          [1.4, 1.2, 1.0]                          script
                |actor                   actor                   meanFlow                                 script               One jump from noise to an action
                |actor.hidden            list of int             [128, 128]                               script               widths of the hidden layers
                |actor.targetStd         double                  0.5                                      parameter targetStd  of an action about its mean; 0 for none
                |objective               fit objective           meanFlowMatching                         script
                |objective.power         double                  0.0                                      script
                |optimizer               optimizer               adam                                     command line
                |optimizer.learningRate  double                  0.001                                    default of adam
                |optimizer.schedule      schedule                cosine                                   command line
                |optimizer.schedule.to   double                  0.0                                      default of cosine
                |optimizer.clipNorm      double                  inf                                      default of adam
                |updates                 int                     2000                                     script
                |batch                   int                     64                                       script
                |measure                 list of measure         []                                       command line
                |note                    string                  ''                                       script
                |seed                    long                    0                                        script
                |"""
                    .trimMargin()
        }
        test("a group is a key with all below it, of parameters and components alike") {
            excerpt("optimizer.schedule", "size").table() shouldBe
                """
                |parameter  type                 value  origin       doc
                |size       one of small, large  small  Toy.exp.kts
                |
                |key                        type      value     origin  doc
                |optimizer.schedule         schedule  constant  script
                |optimizer.schedule.factor  double    1.0       script
                |"""
                    .trimMargin()
            excerpt("measure").table().lines().map { it.substringBefore(" ") } shouldContainExactly
                listOf("key", "measure.0", "measure.0.every", "measure.1", "measure.1.samples", "measure.1.exact", "")
        }
        test("an unknown group is refused with the nearest key") {
            val thrown = shouldThrow<UsageError> { excerpt("actr", "optimizer.schedul", "batc.h", "zzzzzz") }
            thrown.problems shouldContainExactly
                listOf(
                    "actr: there is no such key; did you mean actor?",
                    "optimizer.schedul: there is no such key; did you mean optimizer.schedule?",
                    "batc.h: there is no such key; did you mean batch?",
                    "zzzzzz: there is no such key; there are targetStd, widths, size, target, actor, objective, " +
                        "optimizer, updates, batch, measure, note, seed",
                )
            shouldThrow<UsageError> { excerpt("act") }.problems shouldHaveSize 1
        }
        test("a doc ends at the edge of the terminal, and a value is never cut") {
            fun row(key: String, width: Int) =
                excerpt("target", "actor").table(width).lines().first { it.startsWith("$key ") }
            val short = "target           target                  gaussianMixture                          script"
            row("target", 130) shouldBe "$short  Round Gaussians, each with its weight"
            row("target", 105) shouldBe "$short  Round Gaussian…"
            row("target", 90) shouldBe short
            row("target.means", 60) shouldContain "[0.5, -0.5]]  script"
        }
        test("JSON has values as JSON, specs and what JSON has not by name") {
            val json = JsonParser.parseString(excerpt(listOf("optimizer", "widths"), "widths=[7]").json()).asJsonArray
            val values = json.map { it.asJsonObject }.associate { it["key"].asString to it["value"].toString() }
            values shouldBe
                mapOf(
                    "widths" to "[7]",
                    "optimizer" to "\"adam\"",
                    "optimizer.learningRate" to "0.001",
                    "optimizer.schedule" to "\"constant\"",
                    "optimizer.schedule.factor" to "1.0",
                    "optimizer.clipNorm" to "\"inf\"",
                )
            val first = json.first().asJsonObject
            first.keySet() shouldBe setOf("key", "type", "value", "origin", "doc", "parameter")
            first["doc"].asString shouldBe "Of the hidden layers"
            json[1].asJsonObject.keySet() shouldBe setOf("key", "type", "value", "origin", "doc")
        }
        test("the YAML of all is a run's configuration, and that of groups says them again") {
            val said = arrayOf("batch=9", "actor.hidden=[3]", "measure.1.exact=false")
            excerpt(listOf(), *said).yaml() shouldBe resolved(::toy, *said).config()
            val groups = listOf("batch", "actor", "measure.1", "targetStd")
            val yaml = excerpt(groups, *said).yaml()
            yaml shouldBe
                """
                |batch: 9
                |actor:
                |  type: meanFlow
                |  hidden: [3]
                |  targetStd: 0.01
                |measure.1:
                |  type: wasserstein
                |  samples: 2000
                |  exact: false
                |targetStd: 0.01
                |"""
                    .trimMargin()
            val file: Path = tempdir().toPath().resolve("a.yaml").apply { writeText(yaml) }
            val again: Experiment = resolved(::toy, configs = listOf(file)).experiment
            again shouldBe resolved(::toy, *said).experiment
        }
    })
