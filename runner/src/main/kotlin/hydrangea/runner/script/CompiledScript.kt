package hydrangea.runner.script

import hydrangea.runner.UsageError
import hydrangea.runner.doc.SourceText
import java.nio.file.Path

/** A script that compiles, with its classes loaded once: what two evaluations make can be compared. */
class CompiledScript
internal constructor(
    private val script: Script,
    /** Changes with the text of the script or of an import, and with nothing else. */
    val hash: String,
    /** Changes also with what it was compiled against. */
    internal val key: String,
    private val compilation: Compilation,
    parent: ClassLoader,
) {
    private val loader = ScriptClassLoader(compilation.classes, parent)

    val path: Path = script.source.path

    /** The script, then its imports. */
    val sources: List<Source> = listOf(script.source) + script.imported.map { it.source }

    /** What the compiler found doubtful, rendered. */
    val warnings: List<String>
        get() = compilation.warnings.map { it.render() }

    /** The file, as a person would type it, of the script or import that [type] is the class of; else of this one. */
    fun fileOf(type: Class<*>): String = (source(type)?.path ?: path).shown()

    /** The text of the script or import that [type] is the class of. */
    internal fun textOf(type: Class<*>): SourceText? = source(type)?.let { SourceText(it.text, script = true) }

    private fun source(type: Class<*>): Source? = script.all.getOrNull(compilation.names.indexOf(type.name))?.source

    /**
     * Runs the script in this thread, with fresh instances of itself and its imports.
     *
     * What goes wrong in it is a [UsageError] that names the line.
     */
    fun evaluate(): Evaluated {
        val type = loader.loadClass(compilation.names.last())
        val instance =
            try {
                Instances().of(type)
            } catch (e: ReflectiveOperationException) {
                throw Located(script, compilation).error(e)
            }
        val result = type.fields.firstOrNull { it.name == RESULT } ?: return Evaluated.NoValue
        return Evaluated.Value(result.get(instance))
    }

    /**
     * Runs the script, which must come to a [type]; [wanted] says so to the user: "an experiment, such as fit(...)".
     */
    fun <T : Any> evaluate(type: Class<T>, wanted: String): T {
        val evaluated = evaluate()
        val value = (evaluated as? Evaluated.Value)?.value
        if (type.isInstance(value)) return type.cast(value)
        val found =
            when {
                evaluated is Evaluated.NoValue -> "without a value"
                value == null -> "in null"
                else -> "in a value of type ${value.javaClass.kotlin.simpleName ?: value.javaClass.name}"
            }
        throw UsageError(atEnd("the script ends $found: its last line must be $wanted"))
    }

    private fun atEnd(message: String): String {
        val text = script.source.text.trimEnd()
        val line = text.count { it == '\n' } + 1
        return "${path.shown()}:$line: $message\n${script.source.line(line)}"
    }

    private companion object {
        const val RESULT = "\$\$result"
    }
}

/** What a script came to. */
sealed interface Evaluated {
    /** The value of its last expression. */
    data class Value(val value: Any?) : Evaluated

    /** It ends in a declaration or a statement. */
    data object NoValue : Evaluated
}

/** One of each script; a constructor asks for the scripts that its own can see. */
private class Instances {
    private val made = HashMap<Class<*>, Any>()

    fun of(type: Class<*>): Any =
        made[type]
            ?: type.constructors.single().let { constructor ->
                val imports = constructor.parameterTypes.map(::of)
                constructor.newInstance(*imports.toTypedArray()).also { made[type] = it }
            }
}

/** Classes from memory: no file stays open, and a cache may be cleared under a running script. */
private class ScriptClassLoader(private val classes: Map<String, ByteArray>, parent: ClassLoader) :
    ClassLoader("script", parent) {
    override fun findClass(name: String): Class<*> {
        val bytes = classes[name.replace('.', '/') + ".class"] ?: throw ClassNotFoundException(name)
        return defineClass(name, bytes, 0, bytes.size)
    }
}
