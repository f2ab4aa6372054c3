package hydrangea.experiments

import com.google.gson.JsonArray
import com.google.gson.JsonParser
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Path
import kotlin.io.path.writeText

private fun array(said: Said): JsonArray = JsonParser.parseString(said.out).asJsonArray

/** The entries of a kind, by name. */
private fun listed(kind: String) =
    array(command("list", kind, "--json")).map { it.asJsonObject }.associateBy { it["name"].asString }

class ShowSpec :
    FunSpec({
        fun file(name: String, text: String): Path = tempdir().toPath().resolve(name).apply { writeText(text) }

        test("show tells what each key means, from the record's own words") {
            val rows = command("show", "toy/mean_flow").out.lines()
            rows.first { it.startsWith("actor ") } shouldContain "One jump from noise to an action"
            rows.first { it.startsWith("optimizer.beta1 ") } shouldContain "decay of the average of the gradient"
            rows.first { it.startsWith("actor.activation ") } shouldContain "What a hidden layer does"
            rows.first { it.startsWith("targetStd ") } shouldContain "of the sigma head"
        }

        test("a class of the script is told as the script tells it") {
            val script = file("own.exp.kts", OWN_TARGET)
            val said = command("show", "$script", "target", "--json")
            withClue(said.err) { said.code shouldBe 0 }
            array(said).map { it.asJsonObject["doc"].asString } shouldContainExactly
                listOf("A point that repels", "how far it is from the middle")
        }

        test("show prints one group as a table, JSON and YAML, which says the same again") {
            val table = command("show", "toy/mean_flow", "actor", "actor.form=residual").out.lines()
            table.drop(1).filter { it.isNotEmpty() }.filterNot { it.startsWith("actor") } shouldBe emptyList()
            val json = array(command("show", "toy/mean_flow", "--json", "actor", "actor.form=residual"))
            json.map { it.asJsonObject }.first { it["key"].asString == "actor.hidden" }["value"].toString() shouldBe
                "[128,128,128]"

            val yaml = command("show", "toy/mean_flow", "actor", "actor.form=residual", "--yaml").out
            yaml shouldStartWith "actor:\n  type: meanFlow\n"
            val again = command("show", "toy/mean_flow", "--yaml", "--config", "${file("actor.yaml", yaml)}").out
            again.substringAfter("resolved:") shouldBe
                command("show", "toy/mean_flow", "actor.form=residual", "--yaml").out.substringAfter("resolved:")
        }

        test("show --yaml is what config.yaml holds") {
            val words = arrayOf("toy/mean_flow", "updates=3", "batch=8", "measure=[]")
            val run = command("run", *words, "--out", tempdir().path)
            command("show", *words, "--yaml").out shouldBe run.file("config.yaml")
        }

        test("flags stand anywhere among the words, and -- ends them") {
            val config = "${file("a.conf", "batch = 8\nupdates = \${batch}\n")}"
            val wanted = command("show", "toy/mean_flow", "seed=3", "actor", "batch", "--json", "--config", config)
            withClue(wanted.err) { wanted.code shouldBe 0 }
            wanted.out shouldContain "--config $config"
            for (words in
                listOf(
                    listOf("--json", "toy/mean_flow", "--config", config, "seed=3", "actor", "batch"),
                    listOf("toy/mean_flow", "--config=$config", "actor", "--json", "batch", "seed=3"),
                    listOf("--json", "--config", config, "--", "toy/mean_flow", "seed=3", "actor", "batch"),
                )) {
                command("show", *words.toTypedArray()).out shouldBe wanted.out
            }
            command("show", "--", "toy/mean_flow", "--json").err shouldContain
                "--json stands behind --, where nothing is an option: put it before"
        }

        test("every command that takes overrides takes a file of them") {
            val folder = tempdir().toPath()
            folder.resolve("small.txt").writeText("# quick\nbatch=8\nmeasure=[modes(samples=20)]\n")
            val small = "@" + folder.resolve("quick.txt").apply { writeText("@small.txt\nactor.hidden=[8]\n") }
            val words = arrayOf("toy/mean_flow", small, "updates=3")
            command("show", *words).out shouldContain Regex("batch +int +8 +@$folder/small.txt:2 ")
            command("check", *words).let { (it.err to it.code) shouldBe ("" to 0) }
            val run = command("run", *words, "--out", tempdir().path)
            (run.err to run.code) shouldBe ("" to 0)
            run.file("config.yaml") shouldContain "  - batch=8\n"
            val more = "@" + folder.resolve("more.txt").apply { writeText("updates=5\n") }
            val resumed = command("resume", "${run.directory}", more)
            (resumed.err to resumed.code) shouldBe ("" to 0)
            val entry = resumed.record["resumed"].asJsonArray.single().asJsonObject
            entry["overrides"].toString() shouldBe """["updates=5"]"""
        }

        test("list names everything with a line, and one kind with all about it") {
            val short = command("list").out
            short shouldContain Regex("toy/mean_flow +A stochastic MeanFlow policy learns")
            short shouldContain Regex("meanFlow +One jump from noise to an action")
            short shouldContain Regex("sac +Soft actor-critic with twin critics\n  sacSpark, a sac +SAC as in SPARK")
            short shouldNotContain "list of int"
            val kinds = array(command("list", "--json")).map { it.asJsonObject["kind"].asString }.distinct()
            kinds.first() shouldBe "scripts"
            for (kind in kinds) {
                val said = command("list", *kind.split(" ").toTypedArray())
                (said.err to said.code) shouldBe ("" to 0)
                said.out shouldStartWith "$kind\n"
            }
        }

        test("list tells what entries offer and need, their papers, and every default") {
            val actors = listed("actors")
            actors.getValue("gaussian")["offers"].asJsonArray.map { it.asString } shouldContainExactly
                listOf("an exact density of differentiable samples")
            actors.getValue("gaussian")["source"].asString shouldContain "https://arxiv.org/abs/1801.01290"
            val objective = listed("objectives").getValue("reverseKl")
            objective["needs"].asJsonArray.map { it.asString } shouldContainExactly
                listOf("an exact density of differentiable samples", "a target with a known density")
            listed("measures").getValue("modes")["needs"].asJsonArray.map { it.asString } shouldContainExactly
                listOf("a target with modes")
            val ring = listed("targets").getValue("ring")
            ring["presetOf"].asString shouldBe "gaussianMixture"
            val parameters = ring["parameters"].asJsonArray.map { it.asJsonObject }
            parameters.map { it["name"].asString to it["default"].asString } shouldContainExactly
                listOf("modes" to "8", "radius" to "0.75", "std" to "0.05")
            command("list", "environments").out shouldContain Regex("maxTorque +double +2.0 +limit of")
            for (kind in
                array(command("list", "--json")).map { it.asJsonObject["kind"].asString }.distinct().drop(1) -
                    "sweeps") {
                command("list", kind).out shouldNotContain "optional" // but for any number of axes and values
            }
        }

        test("a word with several signatures is listed once, and a preset of it too") {
            val kinds = array(command("list", "--json")).map { it.asJsonObject }.groupBy { it["kind"].asString }
            for ((kind, entries) in kinds) {
                entries.map { it["name"].asString }.let { it shouldBe it.distinct() }
                if (kind != "scripts") listed(kind).keys.size shouldBe array(command("list", kind, "--json")).size()
            }
            val sweeps = command("list", "sweeps").out
            sweeps shouldContain "  seeds, an axis\n"
            sweeps shouldContain "    values  object[]  optional\n" // any number of them, or one collection
        }

        test("every actor and every objective names its source") {
            for (kind in listOf("actors", "objectives")) {
                val without = listed(kind).filter { it.value["source"].isJsonNull }.keys
                without - "negativeLogLikelihood" - "reverseKl" shouldBe emptySet()
            }
        }

        test("settings are shown with their origin") {
            val rows = command("settings").out.lines()
            rows.first() shouldBe "setting  value  origin"
            rows.drop(1).map { it.substringBefore(" ") }.filter { it.isNotEmpty() } shouldContainExactly
                listOf("device", "threads", "jobs", "out")
            // a developer's own hydrangea.yaml is not what is tested here
            rows.drop(1).filter { it.isNotEmpty() }.map { it.substringAfterLast(" ") }.distinct() shouldBe
                listOf("default")
        }

        test("what cannot be shown or listed is said with the nearest name") {
            for ((words, told) in
                listOf(
                    listOf("show", "toy/mean_flow", "actr") to "actr: there is no such key; did you mean actor?\n",
                    listOf("show", "toy/mean_flow", "@nowhere.txt") to "@nowhere.txt: there is no such file\n",
                    listOf("show", "toy/mean_flow", "--config", "pom.xml") to
                        "pom.xml: a configuration is YAML (.yaml, .yml) or HOCON (.conf, .hocon)\n",
                    listOf("list", "actr") to "there is nothing called actr to list; did you mean actors?\n",
                    listOf("list", "objectivs") to
                        "there is nothing called objectivs to list; did you mean objectives?\n",
                )) {
                val said = command(*words.toTypedArray())
                withClue(words) { (said.err to said.code) shouldBe (told to 1) }
            }
            command("list", "zzzzzz").err shouldContain
                "there is nothing called zzzzzz to list; there are scripts, actors"
        }
    })

private const val OWN_TARGET =
    """
/** A script of one's own. */
val far by param(2.0)

/**
 * A point that repels. Nothing else.
 *
 * @property distance how far it is from the middle
 */
@JvmRecord
data class Repeller(val distance: Double) : TargetSpec.Open<Repeller>, Sampled {
    override fun builds() = Repeller::class.java
    override fun build() = this
    override fun width() = 2
    override fun sample(n: Int, seeds: Seeds): Matrix = seeds.normal(n, 2)
}

fit(
    target = Repeller(far),
    actor = meanFlow(),
    objective = meanFlowMatching(),
    updates = 9,
    measure = listOf(wasserstein()),
)
"""
