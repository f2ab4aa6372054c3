package hydrangea.experiments

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import kotlin.io.path.writeText

/** Command lines after `show toy/mean_flow`, and lines of the table. */
private val SHOWN =
    listOf(
        listOf("actor={hidden: [8], activation: tanh}") to listOf("actor.hidden [8] command line"),
        listOf("actor.hidden+=[7]") to listOf("actor.hidden [128, 128, 128, 7] command line"),
        listOf("~measure.0", "+measure.4=modes") to
            listOf("measure.0 wasserstein script", "measure.3 modes command line"),
        listOf("++seed=3", "batch=\${seed}") to listOf("batch 3 command line (\${seed})"),
        listOf("optimizer.learningRate=float('1e-2')") to listOf("optimizer.learningRate 0.01 command line"),
        listOf("updates=\${oc.env:HYDRANGEA_NOWHERE,7}") to
            listOf("updates 7 command line (\${oc.env:HYDRANGEA_NOWHERE,7})"),
    )

/** Command lines after `show toy/mean_flow`, and what the user is told. */
private val REFUSED =
    listOf(
        listOf("+batch=3") to "+batch=3: batch exists already: write batch=3",
        listOf("~batch") to "~batch: batch cannot be removed",
        listOf("seed=range(5)") to "seed=range(5): this is a sweep over several runs: add -m",
        listOf("actor.hidden=[8,", "9]") to "a shell splits at blanks: write 'actor.hidden=[8, 9]'",
        listOf("seed=1", "seed=2") to "if you typed seed={1,2}, the shell made 2 words of it",
        listOf("seed=\${batch}", "batch=\${seed}") to "leads in a circle: seed -> batch -> seed",
        listOf("seed=???") to "seed=???: a value has to be said: long (now 0)",
        listOf("actor=flow(1") to "expected , or )\n  actor=flow(1\n              ^",
        listOf("--thread=3") to "no such option --thread",
    )

class ExplainSpec :
    FunSpec({
        test("tools are told how each text is read, a line each") {
            val said = command("explain", "--json", "actor.hidden=[256,1e-5]", "+a.b='x'", "seed=range(3)", "~k")
            said.code shouldBe 0
            said.out shouldBe
                """
                |{"text":"actor.hidden=[256,1e-5]","type":"CHANGE","key":"actor.hidden","value":[256,{"float":"1e-05"}]}
                |{"text":"+a.b='x'","type":"ADD","key":"a.b","value":{"quoted":"x"}}
                |{"text":"seed=range(3)","type":"CHANGE","key":"seed","value":{"range":[0,3,1]}}
                |{"text":"~k","type":"DEL","key":"k","value":null}
                |"""
                    .trimMargin()
        }
        test("a call is known by the catalogue, and one refusal is enough for the exit code") {
            command("explain", "--json", "objective=reverseKl()").code shouldBe 0
            val said = command("explain", "actor=meanFlow(targetStd=0)", "actor=meanFow(targetStd=0)")
            said.code shouldBe 1
            said.out shouldContain "call of the catalogue's meanFlow"
            said.out shouldContain "meanFow is neither a function nor in the catalogue; did you mean meanFlow?"
        }
        test("what run -m alone takes is explained too, and the lines of a file") {
            val file = tempdir().toPath().resolve("words.txt").apply { writeText("# quick\nbatch=8\n") }
            val said = command("explain", "zip(seed=1,2, batch=[3,4])", "@$file", "seeds(3)")
            (said.err to said.code) shouldBe ("" to 0)
            said.out shouldBe
                """
                |zip(seed=1,2, batch=[3,4])
                |  kind     sweep over seed and batch, in step, with -m
                |  shell    quote it: 'zip(seed=1,2, batch=[3,4])'
                |batch=8
                |  kind     changes what is there
                |  key      batch
                |  value    8
                |  type     int
                |seeds(3)
                |  kind     sweep over seed, one value a run, with -m
                |  shell    quote it: 'seeds(3)'
                |"""
                    .trimMargin()
            val refused = command("explain", "zip(seed=1,2", "@nowhere.txt")
            refused.code shouldBe 1
            refused.out shouldContain "expected ) at the end of zip(...)"
            refused.err shouldBe "@nowhere.txt: there is no such file\n"
        }
        for ((words, rows) in SHOWN) {
            test("show toy/mean_flow ${words.joinToString(" ")}") {
                val said = command("show", "toy/mean_flow", *words.toTypedArray())
                withClue(said.err) { said.code shouldBe 0 }
                val lines = said.out.lines().map { it.replace(Regex("  +"), "  ") }
                rows.forEach { row ->
                    val (key, rest) = row.split(" ", limit = 2)
                    val line = lines.single { it.substringBefore("  ") == key }
                    withClue(line) { line.split("  ").drop(2).joinToString(" ") shouldContain rest }
                }
            }
        }
        for ((words, told) in REFUSED) {
            test("show toy/mean_flow ${words.joinToString(" ")} is refused with a reason") {
                val said = command("show", "toy/mean_flow", *words.toTypedArray())
                said.code shouldBe 1
                said.err shouldContain told
                said.err shouldNotContain "\tat "
            }
        }
    })
