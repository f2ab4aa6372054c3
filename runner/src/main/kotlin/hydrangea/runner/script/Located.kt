package hydrangea.runner.script

import hydrangea.runner.ExitCode
import hydrangea.runner.UsageError
import java.lang.reflect.InvocationTargetException

/** Finds the line of a script that an exception comes from. */
internal class Located(private val script: Script, private val compilation: Compilation) {
    private data class Place(val source: Source, val line: Int) {
        override fun toString() = if (line > 0) "${source.path.shown()}:$line" else source.path.shown()
    }

    /** The user's error that [thrown] is; what is nobody's mistake in a script is thrown on as it is. */
    fun error(thrown: Throwable): UsageError {
        val cause = unwrap(thrown)
        if (cause is VirtualMachineError && cause !is StackOverflowError || cause is LinkageError) throw cause
        val frames = cause.stackTrace.map { it to place(it) }
        val places = frames.mapNotNull { it.second }
        cause.stackTrace = frames.dropLastWhile { it.second == null }.map { it.first }.toTypedArray()
        val first = places.firstOrNull() ?: Place(script.source, 0)
        val tail = listOfNotNull(first.source.line(first.line).ifEmpty { null }, caller(first, places.lastOrNull()))
        val problems = messages(cause).map { "$first: $it" }
        val located = problems.dropLast(1) + (listOf(problems.last()) + tail).joinToString("\n")
        return UsageError(located, (cause as? UsageError)?.exitCode ?: ExitCode.USAGE).apply { initCause(cause) }
    }

    /** Where another script called the one that failed: the wrong value often comes from there. */
    private fun caller(first: Place, last: Place?): String? =
        last?.takeIf { it.source != first.source }?.let { "called at $it\n${it.source.line(it.line)}" }

    private fun unwrap(thrown: Throwable): Throwable {
        val wrapper = thrown is InvocationTargetException || thrown is ExceptionInInitializerError
        return thrown.cause?.takeIf { wrapper }?.let(::unwrap) ?: thrown
    }

    private fun messages(cause: Throwable): List<String> =
        when (cause) {
            is UsageError -> cause.problems
            is IllegalArgumentException,
            is IllegalStateException -> listOf(cause.message ?: cause.javaClass.simpleName)
            else -> listOf(listOfNotNull(cause.javaClass.simpleName, cause.message).joinToString(": "))
        }

    private fun place(frame: StackTraceElement): Place? {
        val index = compilation.names.indexOfFirst { frame.className == it || frame.className.startsWith("$it$") }
        if (index < 0) return null
        val source = script.all[index].source
        val path = frame.className.replace('.', '/') + ".class"
        return Place(source, compilation.classes[path]?.let { callSite(it, frame.lineNumber) } ?: frame.lineNumber)
    }
}

/**
 * The line of the script for a line number past its end.
 *
 * The compiler numbers the lines of inlined functions behind those of the file, and notes the lines of the calls in the
 * stratum `KotlinDebug` of the class file's source map (JSR 45), as `call#file,count:first`.
 */
internal fun callSite(classFile: ByteArray, line: Int): Int? {
    val text = String(classFile, Charsets.ISO_8859_1)
    val stratum = text.substringAfter("*S KotlinDebug\n", "").substringBefore("*E\n")
    for (match in Regex("""(\d+)#\d+(?:,(\d+))?:(\d+)(?:,(\d+))?""").findAll(stratum.substringAfter("*L\n", ""))) {
        val (call, repeat, first, step) = match.destructured
        val length = maxOf(1, repeat.toIntOrNull() ?: 1) * maxOf(1, step.toIntOrNull() ?: 1)
        if (line in first.toInt() until first.toInt() + length) return call.toInt()
    }
    return null
}
