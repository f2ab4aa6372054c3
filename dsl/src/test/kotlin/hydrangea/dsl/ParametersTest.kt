package hydrangea.dsl

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private sealed interface Shape<A>

private data class Round(val radius: Double = 1.0) : Shape<Int>

private data class Square(val side: Double = 2.0) : Shape<Long>

private class Script {
    val learningRate by param(1e-3)
    val widths by param(listOf(listOf(64), listOf(32)))
    val size by choice("small" to 64, "large" to 256)
    val shape by choice<Shape<*>>("round" to Round(), "square" to Square())
}

/** Says what it is told, and writes down what it was asked. */
private class Said(private val values: Map<String, Any>) : Binding {
    val asked = mutableListOf<String>()

    @Suppress("UNCHECKED_CAST")
    override fun <T : Any> bind(name: String, parameter: Parameter<T>): T {
        asked += "$name ${parameter.type.typeName} ${parameter.options.keys} ${parameter.home.simpleName}"
        return values[name] as T? ?: parameter.default
    }
}

class ParametersTest :
    FunSpec({
        test("without a binding a parameter is its default, and a choice its first option") {
            val script = Script()
            script.learningRate shouldBe 1e-3
            script.size shouldBe 64
            script.shape shouldBe Round()
        }
        test("a local parameter of a plain function works") {
            val seed by param(3)
            seed shouldBe 3
        }
        test("a binding gives the values, and is gone afterwards") {
            val script = Binding.during(Said(mapOf("learningRate" to 0.1, "shape" to Square()))) { Script() }
            script.learningRate shouldBe 0.1
            script.size shouldBe 64
            script.shape shouldBe Square()
            Binding.current() shouldBe null
        }
        test("a binding sees name, type, options and script") {
            val said = Said(emptyMap())
            Binding.during(said) { Script() }
            said.asked shouldBe
                listOf(
                    "learningRate java.lang.Double [] Script",
                    "widths java.util.List<? extends java.util.List<? extends java.lang.Integer>> [] Script",
                    "size java.lang.Integer [small, large] Script",
                    "shape hydrangea.dsl.Shape<?> [round, square] Script",
                )
        }
        test("a binding belongs to its thread, and an inner one ends before the outer") {
            val outer = Said(mapOf("learningRate" to 0.1))
            Binding.during(outer) {
                Binding.during(Said(mapOf("learningRate" to 0.2))) { Script().learningRate shouldBe 0.2 }
                Script().learningRate shouldBe 0.1
                var elsewhere = 0.0
                Thread { elsewhere = Script().learningRate }.apply { start() }.join()
                elsewhere shouldBe 1e-3
            }
        }
    })
