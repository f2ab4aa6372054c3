package hydrangea.runner.override

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Path

private fun toy() = Toy().result

private fun changed() = (Toy().result as Fit.Spec).copy(batch = 128)

class ConfigTest :
    FunSpec({
        val folder = tempdir().toPath()

        fun file(name: String, text: String): Path = folder.resolve(name).also { it.toFile().writeText(text) }

        fun configured(text: String, vararg said: String): Experiment =
            resolved(::toy, *said, configs = listOf(file("a.yaml", text))).experiment

        fun refused(text: String): List<String> =
            problems(::toy, configs = listOf(file("a.yaml", text))).map { it.replace("$folder/", "") }

        test("keys may be nested, dotted, or both") {
            val nested = "optimizer:\n  learningRate: 1.0e-4\n  schedule: cosine(to=0.1)\nactor.hidden: [8, 8]\n"
            val said = arrayOf("optimizer.learningRate=1e-4", "optimizer.schedule=cosine(to=0.1)", "actor.hidden=[8,8]")
            configured(nested) shouldBe resolved(::toy, *said).experiment
        }
        test("the values of YAML are those of the command line") {
            val text =
                "targetStd: 1e-1\noptimizer: {clipNorm: .inf}\nnote: \"a, [b\"\nmeasure: [modes, {type: modes, every: 3}]"
            val said =
                arrayOf("targetStd=0.1", "optimizer.clipNorm=inf", "note='a, [b'", "measure=[modes,modes(every=3)]")
            configured(text) shouldBe resolved(::toy, *said).experiment
        }
        test("HOCON says the same, with its substitutions and includes") {
            file("base.conf", "seed = 3\nbatch = 7")
            val text =
                """
                |include "base.conf"
                |include "missing.conf"
                |updates = ${'$'}{seed} // of the included file
                |batch = 8
                |note = ${'$'}{?HYDRANGEA_UNSET}"a, [b"
                |optimizer { learningRate: 1e-4, schedule = { type: cosine, to: 0.1 }, clipNorm = inf }
                |actor.hidden = [8, 8]
                |targetStd = 5e-1
                |measure = [modes, { type = modes, every = 3 }]
                |"""
                    .trimMargin()
            val said =
                arrayOf(
                    *arrayOf("seed=3", "updates=3", "batch=8", "note='a, [b'", "optimizer.learningRate=1e-4"),
                    *arrayOf("optimizer.schedule=cosine(to=0.1)", "optimizer.clipNorm=inf", "actor.hidden=[8,8]"),
                    *arrayOf("targetStd=0.5", "measure=[modes,modes(every=3)]"),
                )
            for (name in listOf("a.conf", "a.hocon")) {
                resolved(::toy, configs = listOf(file(name, text))).experiment shouldBe
                    resolved(::toy, *said).experiment
            }
        }
        test("problems in HOCON name file and line, also of an included file") {
            fun refused(text: String) =
                problems(::toy, configs = listOf(file("a.conf", text))).map { it.replace("$folder/", "") }
            file("base.conf", "\nbatch = 0\n")
            refused("updates = 3\ninclude \"base.conf\"\nseed = x\n") shouldContainExactly
                listOf(
                    "base.conf:2: batch=0: batch must be at least 1, was 0 (int, now 64)",
                    "a.conf:3: seed=x: expected long, was x (now 0)",
                )
            refused("updates = 3\nseed = ${'$'}{sed}\n") shouldContainExactly
                listOf("a.conf:2: Could not resolve substitution to a value: ${'$'}{sed}")
            refused("updates = 3\nactor { hidden = [1, 2\n").single() shouldStartWith
                "a.conf:3: List should have had new element after a comma, instead had token: end of file"
            refused("[1]") shouldContainExactly listOf("a.conf:1: has type LIST rather than object at file root")
            refused("include required(\"missing.conf\")") shouldContainExactly
                listOf("a.conf: resource not found on classpath: missing.conf")
        }
        test("a file of another kind is refused, whatever it holds") {
            problems(
                ::toy,
                configs = listOf(file("a.toml", "seed = 1"), file("config", "seed: 1")),
            ) shouldContainExactly
                listOf("a.toml", "config").map {
                    "$folder/$it: a configuration is YAML (.yaml, .yml) or HOCON (.conf, .hocon)"
                }
            resolved(::toy, configs = listOf(file("a.YML", "seed: 1"))).experiment shouldBe
                resolved(::toy, "seed=1").experiment
        }
        test("the command line wins, over what it replaces as a whole too") {
            val text = "batch: 8\nupdates: 9\ntarget.means.0: [0, 9]\ntarget.weights: [1, 1, 9]"
            configured(text, "batch=7", "target=pair") shouldBe
                resolved(::toy, "batch=7", "updates=9", "target=pair").experiment
        }
        test("a later file wins over an earlier one, and a setting names its file") {
            val files = listOf(file("a.yaml", "batch: 8\nseed: 1"), file("b.yaml", "batch: 9"))
            val origins = resolved(::toy, configs = files).settings.associate { it.key to it.origin }
            origins["batch"] shouldBe "--config ${folder.resolve("b.yaml")}"
            origins["seed"] shouldBe "--config ${folder.resolve("a.yaml")}"
        }
        test("an empty file and one with a byte order mark are fine") {
            configured("") shouldBe toy()
            configured("# nothing\n") shouldBe toy()
            configured("\uFEFFbatch: 8\r\n") shouldBe resolved(::toy, "batch=8").experiment
        }
        test("problems name file and line") {
            refused("batch: 0\noptimizer:\n  learningRat: 1\n") shouldContainExactly
                listOf(
                    "a.yaml:1: batch=0: batch must be at least 1, was 0 (int, now 64)",
                    "a.yaml:3: optimizer.learningRat=1: optimizer (adam) has no learningRat; " +
                        "did you mean optimizer.learningRate?",
                )
            refused("batch: 1\nupdates: [1, 2\nseed: 1\n") shouldContainExactly
                listOf("a.yaml:3: expected ',' or ']', but got :")
            refused("- 1\n") shouldContainExactly listOf("a.yaml:1: expected keys and values, such as updates: 1000")
            refused("measure: [{every: 3}]") shouldContainExactly
                listOf("a.yaml:1: measure: a mapping in a list needs a type, the name of an entry of `list`")
            refused("batch: 1\nactor.hidden: [1]\nactor: {hidden: [2]}\n") shouldContainExactly
                listOf("a.yaml:2: actor.hidden=[1], a.yaml:3: actor.hidden=[2]: actor.hidden is said twice")
        }
        test("a file that cannot be read is a problem beside the others") {
            val missing = folder.resolve("missing.yaml")
            problems(::toy, "batch=0", configs = listOf(missing, folder)) shouldContainExactly
                listOf(
                    "$missing: there is no such file",
                    "$folder: cannot be read: Is a directory",
                    "batch=0: batch must be at least 1, was 0 (int, now 64)",
                )
            val binary = folder.resolve("binary.yaml").also { it.toFile().writeBytes(byteArrayOf(-1, -2, 0)) }
            problems(::toy, configs = listOf(binary)) shouldContainExactly listOf("$binary: is not a text in UTF-8")
        }
        test("a run's configuration says what was said and what came of it") {
            val said = arrayOf("targetStd=1e-7", "size=large", "optimizer.clipNorm=inf", "note=a: b", "measure=[modes]")
            resolved(::toy, *said).config() shouldBe
                """
                |hydrangea: 1
                |parameters:
                |  targetStd: 1.0e-7
                |  size: large
                |overrides:
                |  - optimizer.clipNorm=inf
                |  - "note=a: b"
                |  - "measure=[modes]"
                |resolved:
                |  type: fit
                |  target:
                |    type: gaussianMixture
                |    means: [[0.0, 0.5], [-0.5, -0.5], [0.5, -0.5]]
                |    std: 0.02
                |    weights: [1.4, 1.2, 1.0]
                |  actor:
                |    type: meanFlow
                |    hidden: [128, 128]
                |    targetStd: 1.0e-7
                |  objective:
                |    type: meanFlowMatching
                |    power: 0.0
                |  optimizer:
                |    type: adam
                |    learningRate: 0.001
                |    schedule:
                |      type: constant
                |      factor: 1.0
                |    clipNorm: .inf
                |  updates: 2000
                |  batch: 256
                |  measure:
                |    - type: modes
                |      every: 100
                |  note: "a: b"
                |  seed: 0
                |"""
                    .trimMargin()
        }
        test("a run's configuration makes the run again, with the command line over it") {
            val said =
                arrayOf("targetStd=1e-7", "widths.0=7", "optimizer.clipNorm=inf", "note='a, #b\\'s'", "measure=[modes]")
            val first = resolved(::toy, *said)
            val old = file("old.yaml", first.config())
            val again = resolved(::toy, configs = listOf(old))
            again.experiment shouldBe first.experiment
            again.config() shouldBe first.config()
            again.warnings shouldBe emptyList()
            val more = resolved(::toy, "targetStd=0.1", "batch=7", configs = listOf(old))
            more.experiment shouldBe
                resolved(::toy, *said.drop(1).toTypedArray(), "targetStd=0.1", "batch=7").experiment
            more.warnings shouldBe emptyList()
        }
        test("what the command line does not explain is a warning") {
            val old = file("old.yaml", resolved(::toy, "targetStd=0.5").config())
            resolved(::changed, "seed=3", configs = listOf(old)).warnings shouldContainExactly
                listOf("$old: batch was 64, is now 128")
            resolved(::changed, "batch=3", configs = listOf(old)).warnings shouldContainExactly emptyList()
            resolved(::plain, configs = listOf(file("b.yaml", resolved(::plain, "actor=flow").config())))
                .warnings shouldContainExactly emptyList()
        }
        test("a configuration of another version is refused") {
            refused("hydrangea: 2\noverrides: []\n") shouldContainExactly
                listOf("a.yaml:1: is of version 2 of the configuration; this program reads version 1")
        }
    })
