package hydrangea.runner.doc

/** The first sentence of a script's comment about itself. */
internal fun aboutScript(text: String): String = Commented(text, script = true).head?.sentence.orEmpty()

/** A source text, and whether it is a script's. */
internal class SourceText(val text: String, val script: Boolean = false)

/**
 * What people have written about classes, functions and parameters, read from the sources where it stands, and only
 * when it is asked for.
 *
 * @param sourceOf the text that a class was compiled from, where it is at hand
 */
class Docs internal constructor(private val sourceOf: (Class<*>) -> SourceText?) {
    private val sources = HashMap<Class<*>, Commented?>()

    /** What a spec builds: where it is nested as `Spec`, the class around it. */
    internal fun of(spec: Class<*>): DocComment? {
        val subject = spec.enclosingClass?.takeIf { spec.simpleName == "Spec" } ?: spec
        return comment(subject)
    }

    /** A component of a spec, in a line. */
    internal fun component(spec: Class<*>, name: String): String? = comment(spec)?.parameters?.get(name)

    /** A parameter that [script] declares: the comment above it, or what the script's own says of it. */
    internal fun parameter(script: Class<*>, name: String): String? {
        val source = commented(script) ?: return null
        return source.value(name)?.sentence ?: source.head?.parameters?.get(name)
    }

    /** A function, by the class of its file. */
    internal fun function(file: Class<*>, name: String): DocComment? = commented(file)?.function(name)

    /** The default of a function's parameter, as it is written. */
    internal fun default(file: Class<*>, function: String, parameter: String): String? =
        commented(file)?.default(function, parameter)

    private fun comment(type: Class<*>): DocComment? {
        val around = generateSequence(type) { it.enclosingClass }.toList()
        val names = around.map { it.simpleName }.reversed()
        return commented(type)?.type(names.filter { it.isNotEmpty() })
    }

    private fun commented(type: Class<*>): Commented? {
        val outermost = generateSequence(type) { it.enclosingClass }.last()
        return sources.getOrPut(outermost) { sourceOf(outermost)?.let { Commented(it.text, it.script) } }
    }

    companion object {
        /** For programs without their sources. */
        val NONE = Docs { null }
    }
}
