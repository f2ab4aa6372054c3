package hydrangea.runner.override

import hydrangea.dsl.Binding
import hydrangea.dsl.Parameter

/** A parameter that a script has declared, with the value it got and the overrides that said it. */
internal class Declared(
    val name: String,
    val place: Place,
    val value: Any,
    val home: Class<*>,
    val overrides: List<Override>,
)

/** Gives parameters what overrides said, notes which there are, and goes on with the default of a wrong one. */
internal class ScriptBinding(
    private val said: List<Override>,
    private val rewrite: Rewrite,
    private val scriptOf: (Class<*>) -> String,
) : Binding {
    val declared = LinkedHashMap<String, Declared>()
    val problems = mutableListOf<Problem>()

    override fun <T : Any> bind(name: String, parameter: Parameter<T>): T {
        declared[name]?.let { refuseSecond(it, parameter.home) }
        val overrides = said.filter { it.key.segments.first() == name }
        val place = Place(parameter.type, parameter.default, options = parameter.options)
        val value = checkNotNull(rewrite.apply(place, 1, overrides))
        declared[name] = Declared(name, place, value, parameter.home, overrides)
        @Suppress("UNCHECKED_CAST")
        return value as T
    }

    private fun refuseSecond(first: Declared, home: Class<*>) {
        if (first.home == home) return
        val files = listOf(first.home, home).joinToString(" and ", transform = scriptOf)
        problems += Problem(emptyList(), "the parameter ${first.name} is declared in $files: rename one of them")
    }
}
