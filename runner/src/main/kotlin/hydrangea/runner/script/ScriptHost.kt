package hydrangea.runner.script

import hydrangea.runner.ExitCode
import hydrangea.runner.UsageError
import java.nio.file.Path

/**
 * Compiles scripts (`.exp.kts`: Kotlin at the top level, its last expression the result) or takes them from [cache].
 *
 * A script may declare functions, data classes, enums, objects and delegated properties, and use every class of this
 * process. Two things differ from ordinary Kotlin, because the script itself is a class and what it declares are its
 * members: a class that uses a value of the script (even as a default) carries the script with it, as a hidden first
 * constructor argument, and a `sealed` type does not know its subclasses to reflection.
 *
 * @property defaultImports what scripts see without an import line, as after `import`: `a.b.*`, `a.b.c`
 * @property hints what to add to diagnostics of the compiler
 * @property jvm the options of a JVM of its own for the compiler; without them it works in this one
 */
class ScriptHost(
    private val defaultImports: List<String>,
    cache: Path,
    private val hints: Hints = Hints { null },
    private val jvm: List<String>? = null,
) {
    private val cache = Cache(cache)
    private val classPath = ClassPath.ofThisProcess()
    private val environment by lazy(::environment)
    private val compiler by lazy {
        if (jvm == null) K2(defaultImports, classPath) else ForkedCompiler(jvm, defaultImports)
    }

    /** The script, ready to be evaluated; or all that is wrong with it, in one [UsageError]. */
    fun compile(path: Path): CompiledScript {
        val script = readScript(path)
        val hash = hash(script)
        val name = entryName(script, hash)
        val compilation = cache.read(name, script) ?: compiled(script).also { cache.write(name, it, script) }
        return CompiledScript(script, hash, name, compilation, ScriptHost::class.java.classLoader)
    }

    private fun compiled(script: Script): Compilation =
        when (val outcome = compiler.compile(script)) {
            is Compilation -> outcome
            is Refused -> throw UsageError(outcome.errors.render(hints), ExitCode.SCRIPT)
        }

    private fun entryName(script: Script, hash: String): String {
        val stem = script.source.path.fileName.toString().removeSuffix(SCRIPT_EXTENSION)
        return "$stem-${Digest().add(hash).add(environment).hex().take(32)}.jar"
    }

    /** What besides the texts decides on the class files. */
    private fun environment(): String {
        val digest =
            Digest().add(FORMAT).add(KotlinVersion.CURRENT.toString()).add(Runtime.version().feature().toString())
        defaultImports.forEach(digest::add)
        classPath.digest(digest)
        return digest.hex()
    }

    /** Of the texts and where they stand to each other; the same in every directory, on every machine. */
    private fun hash(script: Script): String {
        val base = script.source.path.parent
        val digest = Digest()
        for ((path, text) in script.all.map { it.source }) {
            val place = if (path.root == base.root) base.relativize(path) else path
            digest.add(place.joinToString("/")).add(text)
        }
        return digest.hex()
    }

    private companion object {
        /** To be changed with the form of the cache's entries. */
        const val FORMAT = "2"
    }
}
