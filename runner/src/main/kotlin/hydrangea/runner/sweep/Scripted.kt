package hydrangea.runner.sweep

import hydrangea.models.training.Sweep as Declared
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.Entry
import hydrangea.runner.catalogue.Shape
import hydrangea.runner.catalogue.spelled
import hydrangea.runner.override.Origin
import hydrangea.runner.override.Override
import hydrangea.runner.override.Sweep
import hydrangea.runner.override.SyntaxError
import hydrangea.runner.override.located
import hydrangea.runner.override.parseOverride

/** Reads the sweep that a script declares as the words that would say it. */
internal class Scripted(private val catalogue: Catalogue) {
    fun space(sweep: List<Declared>): Space = together(sweep.map(::space))

    private fun space(sweep: Declared): Space =
        when (sweep) {
            is Declared.Axis -> axis(sweep)
            is Declared.Zip -> Space.Zip(sweep.parts.map(::space))
            is Declared.Grid -> Space.Grid(sweep.parts.map(::space))
            is Declared.Where -> Space.Filtered(space(sweep.sweep), sweep.condition)
        }

    private fun axis(axis: Declared.Axis): Space {
        val said = axis.values.map { said(axis.key, it) }
        val single = said.singleOrNull()?.value
        if (single is Sweep) return Space.Axis(said.single(), single)
        said.firstOrNull { it.value is Sweep }?.let { refuse("${it.said}: stands beside other values of ${axis.key}") }
        val values = Sweep.Choice(said.joinToString(",") { it.value.text }, said.map { it.value })
        return Space.Axis(said.first().copy(value = values), values)
    }

    private fun said(key: String, value: Any): Override {
        val text = "$key=" + if (value is String) value else catalogue.sayable(key, value)
        return try {
            parseOverride(text, Origin.CommandLine)
        } catch (e: SyntaxError) {
            refuse(located(text, e))
        }
    }
}

/** A value as a command line says it: of a spec, only what differs from its defaults. */
private fun Catalogue.sayable(key: String, value: Any?): String =
    when {
        value is List<*> -> value.joinToString(",", "[", "]") { sayable(key, it) }
        value is Map<*, *> -> refuse("the axis $key: no command line can say $value")
        value == null || value is Number || value is Boolean || value is String || value is Enum<*> -> spelled(value)
        else -> call(key, value)
    }

private fun Catalogue.call(key: String, spec: Any): String {
    val name = nameOf(spec)
    val entry = entries.firstOrNull { it.name == name && it.returns.isInstance(spec) }
    val shape = Shape.of(spec)
    if (entry == null || shape == null) {
        refuse(
            "the axis $key: no command line can say $name, which is not in the catalogue: make it an option, as in " +
                "val $key by choice(\"one\" to ..., \"other\" to ...), and sweep its names"
        )
    }
    val usual = default(entry)
    val own = shape.components.filter { usual == null || it.read(usual) != it.read(spec) }
    return own.joinToString(",", "$name(", ")") { "${it.name}=${sayable(key, it.read(spec))}" }
}

private fun default(entry: Entry): Any? = if (entry.parameters.any { it.required }) null else entry.build(emptyMap())

private fun refuse(what: String): Nothing = throw UsageError("the sweep of the script: $what")
