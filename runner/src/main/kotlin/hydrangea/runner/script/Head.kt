package hydrangea.runner.script

/**
 * The imports that a script names in its `@file:` annotations, with the offsets of the names.
 *
 * Read without the compiler, because whether a cached script is up to date must be known without loading one. What this
 * misreads, the compiler's own reading of the annotations contradicts: see [K2].
 */
internal class Head(private val text: String) {
    /** A name and where it stands; no [path] if it is something other than a string in plain quotes. */
    data class Named(val path: String?, val offset: Int, val width: Int)

    val imports = ArrayList<Named>()

    private var at = if (text.startsWith("#!")) lineEnd(0) else 0

    init {
        do {
            val more = fileAnnotation()
        } while (more)
    }

    private fun fileAnnotation(): Boolean {
        blank()
        if (!accept("@file")) return false
        blank()
        if (!accept(":")) return false
        blank()
        if (!accept("[")) return annotation()
        while (annotation()) blank()
        return accept("]")
    }

    private fun annotation(): Boolean {
        val name = NAME.matchAt(text, at)?.value ?: return false
        at += name.length
        while (at < text.length && text[at] in " \t") at++
        if (!accept("(")) return true
        if (name.substringAfterLast('.') == "Import") importArguments() else skip()
        return true
    }

    private fun importArguments() {
        while (at < text.length) {
            blank()
            if (accept(")")) return
            val start = at
            val string = PLAIN.matchAt(text, at)
            at += string?.value?.length ?: 0
            blank()
            if (string == null || !(accept(",") || at == text.length || text.startsWith(")", at))) {
                imports += Named(null, start, 1)
                return skip()
            }
            val (raw, quoted) = string.destructured
            imports += Named(raw.ifEmpty { quoted.replace(ESCAPE, "$1") }, start, string.value.length)
        }
    }

    /** To behind the parenthesis that closes the one before. */
    private fun skip() {
        var depth = 1
        while (at < text.length && depth > 0) {
            blank()
            val string = STRING.matchAt(text, at)
            when {
                string != null -> at = string.range.last + 1
                accept("(") -> depth++
                accept(")") -> depth--
                else -> at++
            }
        }
    }

    private fun blank() {
        while (at < text.length) {
            when {
                text[at].isWhitespace() -> at++
                text.startsWith("//", at) -> at = lineEnd(at)
                text.startsWith("/*", at) -> comment()
                else -> return
            }
        }
    }

    /** Kotlin's comments nest. */
    private fun comment() {
        var depth = 0
        do {
            when {
                accept("/*") -> depth++
                accept("*/") -> depth--
                else -> at++
            }
        } while (depth > 0 && at < text.length)
    }

    private fun accept(token: String): Boolean = text.startsWith(token, at).also { if (it) at += token.length }

    private fun lineEnd(from: Int) = text.indexOf('\n', from).let { if (it < 0) text.length else it }

    private companion object {
        val NAME = Regex("""\w+(\.\w+)*""")
        val PLAIN = Regex("\"\"\"([^\"$]+)\"\"\"|\"((?:[^\"\\\\\n$]|\\\\.)*)\"")
        val STRING = Regex("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"")
        val ESCAPE = Regex("""\\(.)""")
    }
}
