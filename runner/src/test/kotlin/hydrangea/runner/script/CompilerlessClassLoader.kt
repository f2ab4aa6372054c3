package hydrangea.runner.script

import java.io.File
import java.net.URLClassLoader
import java.nio.file.Path

/** Loads the class path anew, but for the compiler: what asks for a class of that fails. */
internal class CompilerlessClassLoader :
    URLClassLoader(
        System.getProperty("java.class.path").split(File.pathSeparator).map { File(it).toURI().toURL() }.toTypedArray(),
        getPlatformClassLoader(),
    ) {
    override fun loadClass(name: String, resolve: Boolean): Class<*> {
        val compiler = name.startsWith("org.jetbrains.kotlin.") || name.startsWith("kotlin.script.")
        if (compiler) throw ClassNotFoundException(name)
        return super.loadClass(name, resolve)
    }

    /** The value of the script as text. */
    fun run(cache: Path, script: Path): String {
        val run = loadClass(Evaluation::class.java.name).getMethod("run", Path::class.java, Path::class.java)
        return run.invoke(null, cache, script) as String
    }
}

internal object Evaluation {
    @JvmStatic
    fun run(cache: Path, script: Path): String =
        ScriptHost(listOf("hydrangea.runner.script.fixture.*"), cache).compile(script).value().toString()
}
