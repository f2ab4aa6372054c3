package hydrangea.runner.doc

import hydrangea.models.actor.MeanFlowActor
import hydrangea.models.nn.Initializer
import hydrangea.models.optimizer.Adam
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.maps.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith

private fun sentence(raw: String) = DocComment(raw).sentence

private val SCRIPT =
    """
    @file:Import("base.exp.kts")

    /**
     * A toy. Expect nothing.
     *
     * @param width of the network
     * @param depth said twice
     */
    val width by param(3)

    /** How many layers. */
    val depth by param(2)
    val bare by param(1)

    /** A bow. Bent by the wind. */
    @JvmRecord data class Banana(val bend: Double) : TargetSpec.Open<Banana>

    /**
     * A rod.
     *
     * @property bend in radians
     */
    @Suppress("unused") class Rod(val bend: Double)
    """
        .trimIndent()

class DocsTest :
    FunSpec({
        test("a sentence ends at a full stop before a capital, or with its paragraph") {
            sentence(" One. Two. ") shouldBe "One"
            sentence("\n * Over\n * two lines.\n *\n * More.\n ") shouldBe "Over two lines"
            sentence(" With std 0.02, weights 1.4, e.g. here. And so on. ") shouldBe
                "With std 0.02, weights 1.4, e.g. here"
            sentence(" Without an end\n\n More. ") shouldBe "Without an end"
            sentence(" First.\n *\n * <p>Second. ") shouldBe "First"
            sentence("") shouldBe ""
        }
        test("marks of Javadoc and KDoc are taken off, and mathematics is left alone") {
            sentence(" {@code x} of {@link Foo}, [target] in [0, 1), at x &lt; y; see [Foo]. ") shouldBe
                "x of Foo, target in [0, 1), at x < y"
            sentence(" a < b, b > c and {@code\n * [B, 1]} by <a\n * href=\"https://x.org\">them</a>. ") shouldBe
                "a < b, b > c and [B, 1] by them"
        }
        test("parameters are read over several lines") {
            val raw =
                "\n * Sum.\n *\n * @param a the one,\n *     with more\n * @param <T> a type\n * @property b other\n * @return c\n "
            DocComment(raw).parameters shouldContainExactly mapOf("a" to "the one, with more", "b" to "other")
        }
        test("the source is a paragraph of its own, with papers as links") {
            DocComment(" A. <p>Source: Geng et al. 2025, arXiv 2505.13447, equation 3. ").source shouldBe
                "Geng et al. 2025, https://arxiv.org/abs/2505.13447, equation 3."
            DocComment(" A.\n\n Sources: <a href=\"https://arxiv.org/abs/1412.6980\">arXiv:1412.6980</a>. ")
                .source shouldBe "https://arxiv.org/abs/1412.6980."
            DocComment(" A. Source: none. ").source shouldBe null
        }
        test("a script's first comment is about the script, the others about what follows them") {
            val script = Commented(SCRIPT, script = true)
            script.head?.sentence shouldBe "A toy"
            script.head?.parameters?.get("width") shouldBe "of the network"
            script.value("width") shouldBe null
            script.value("depth")?.sentence shouldBe "How many layers"
            script.value("bare") shouldBe null
            script.type(listOf("Script", "Banana"))?.sentence shouldBe "A bow"
            script.type(listOf("Script", "Rod"))?.parameters?.get("bend") shouldBe "in radians"
            aboutScript(SCRIPT) shouldBe "A toy"
            aboutScript("val x = 3\n/** Not the head. */\nval y = 4") shouldBe ""
        }
        test("of classes with the same name the one in the right class is found") {
            val source =
                Commented(
                    "/** A. */ class A { /** Of A. */ record Spec(int x) {} }\n" +
                        "/** B. */ public final class B { /** Of B. */ public record Spec(int x) {} }",
                    script = false,
                )
            source.type(listOf("A", "Spec"))?.sentence shouldBe "Of A"
            source.type(listOf("B", "Spec"))?.sentence shouldBe "Of B"
            source.type(listOf("C")) shouldBe null
            val bare =
                Commented(
                    "class A { record Spec(int x) {} }\n/** B. */ class B { /** Of B. */ record Spec() {} }",
                    false,
                )
            bare.type(listOf("A", "Spec")) shouldBe null
            bare.type(listOf("A")) shouldBe null
            bare.type(listOf("B", "Spec"))?.sentence shouldBe "Of B"
        }
        test("defaults are the texts of a signature") {
            val source =
                """
                fun ring(modes: Int, radius: Double = 2 * PI, at: List<Double> = listOf(1.0, 2.0),
                    by: Map<String, Int> = mapOf("a" to 1), of: (Int) -> Int = { it + 1 }): Spec = x(1)
                fun <A : Actor> fit(actor: A, seed: Long = 0) = y
                """
            defaults(source, "ring") shouldContainExactly
                mapOf(
                    "radius" to "2 * PI",
                    "at" to "listOf(1.0, 2.0)",
                    "by" to "mapOf(\"a\" to 1)",
                    "of" to "{ it + 1 }",
                )
            defaults(source, "fit") shouldContainExactly mapOf("seed" to "0")
            defaults(source, "none") shouldContainExactly emptyMap()
        }
        test("our own sources lie beside the classes, Java's and Kotlin's") {
            val docs = Docs(::ownSource)
            docs.of(MeanFlowActor.Spec::class.java)?.sentence.orEmpty() shouldStartWith
                "The stochastic MeanFlow policy: "
            docs.component(Adam.Spec::class.java, "beta1") shouldBe "decay of the average of the gradient, in [0, 1)"
            docs.of(Initializer.LecunNormal::class.java)?.source shouldBe "LeCun et al. 1998, section 4.6."
            val dsl = Class.forName("hydrangea.dsl.Dsl")
            docs.function(dsl, "uniformTimes")?.sentence shouldBe "Times uniform on [0, 1]"
            docs.function(dsl, "threeModes")?.sentence.orEmpty() shouldStartWith "The three narrow modes"
            docs.of(String::class.java) shouldBe null
            Docs.NONE.of(Adam.Spec::class.java) shouldBe null
        }
    })
