package hydrangea.runner.catalogue

import hydrangea.runner.override.Activation
import hydrangea.runner.override.ConstantSchedule
import hydrangea.runner.override.OwnActor
import hydrangea.runner.override.adam
import hydrangea.runner.override.catalogue
import hydrangea.runner.override.cosine
import hydrangea.runner.override.gaussian
import hydrangea.runner.override.modes
import hydrangea.runner.override.parsedAgain
import hydrangea.runner.override.study
import io.kotest.common.ExperimentalKotest
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.PropTestConfig
import io.kotest.property.arbitrary.string
import io.kotest.property.checkAll

class CatalogueTest :
    FunSpec({
        test("specs are spelled as calls of the DSL") {
            catalogue.spelled(gaussian()) shouldBe "gaussian(hidden=[256, 256], activation=relu, lastScale=1.0)"
            catalogue.spelled(adam(1e-4, cosine(1e-10))) shouldBe
                "adam(learningRate=1e-4, schedule=cosine(to=1e-10), clipNorm=inf)"
            catalogue.spelled(listOf(modes(), null)) shouldBe "[modes(every=100), null]"
            catalogue.spelled(ConstantSchedule.Spec(12345678.9)) shouldBe "constant(factor=1.23456789e7)"
            catalogue.spelled(OwnActor(1, listOf("a b"))) shouldBe "OwnActor(width=1, names=['a b'])"
            catalogue.spelled(study(emptyMap())) shouldBe "study(members={}, seed=0)"
            catalogue.spelled(Activation.SOFT_PLUS) shouldBe "softPlus"
        }
        test("a spelled text is read back as the same text") {
            checkAll(@OptIn(ExperimentalKotest::class) PropTestConfig(seed = 1), Arb.string(0..12)) { text ->
                parsedAgain(catalogue.spelled(text)) shouldBe text
            }
            listOf("it's", "\\", "a\\'", "\\\\'\\", "null", "1e5", "a,b", " a", ".5").forEach {
                parsedAgain(catalogue.spelled(it)) shouldBe it
            }
        }
    })

class NearestTest :
    FunSpec({
        test("a distance counts letters put in, left out, replaced and swapped") {
            distance("", "abc") shouldBe 3
            distance("fow", "flow") shouldBe 1
            distance("hiden", "hidden") shouldBe 1
            distance("gaussain", "gaussian") shouldBe 1
            distance("kitten", "sitting") shouldBe 3
        }
        test("only near names are suggested") {
            nearest("fow", listOf("gaussian", "flow")) shouldBe "flow"
            nearest("FLOW", listOf("flow")) shouldBe "flow"
            nearest("learn", listOf("learningRate")) shouldBe "learningRate"
            nearest("abc", listOf("flow")) shouldBe null
            nearest("abc", emptyList()) shouldBe null
        }
    })
