package hydrangea.runner.doc

/**
 * The doc comments of a source text, Java or Kotlin, with what they stand before.
 *
 * The first comment of a script is about the script, even where a declaration follows at once.
 */
internal class Commented(private val text: String, script: Boolean) {
    private class Declared(val keyword: String, val name: String, val comment: DocComment)

    /** What the first comment of a script says of all of it. */
    val head: DocComment?

    private val declared: List<Declared>

    init {
        val comments = comments()
        head =
            comments.firstOrNull()?.takeIf { script && BEGINNING.matches(text.substring(0, it.first)) }?.let(::parsed)
        declared = comments.drop(if (head == null) 0 else 1).mapNotNull(::declared)
    }

    /** Of a class, by its name and those of the classes around it, the outermost first. */
    fun type(names: List<String>): DocComment? {
        val around = declared.indexOfFirst { it.keyword in TYPES && it.name == names.first() }
        return declared.drop(maxOf(around, 0)).firstOrNull { it.keyword in TYPES && it.name == names.last() }?.comment
    }

    /** The text of a parameter's default. */
    fun default(function: String, parameter: String): String? = defaults(text, function)[parameter]

    fun function(name: String): DocComment? = declared.firstOrNull { it.keyword == "fun" && it.name == name }?.comment

    fun value(name: String): DocComment? = declared.firstOrNull { it.keyword == "val" && it.name == name }?.comment

    /** The ranges between the marks. By `indexOf`: a regular expression over whole sources would be felt in `show`. */
    private fun comments(): List<IntRange> = buildList {
        var start = text.indexOf("/**")
        while (start >= 0) {
            val end = text.indexOf("*/", start + 3)
            if (end < 0) return@buildList
            add(start + 3 until end)
            start = text.indexOf("/**", end)
        }
    }

    private fun parsed(comment: IntRange) = DocComment(text.substring(comment))

    private fun declared(comment: IntRange): Declared? {
        val (keyword, name) = DECLARATION.matchAt(text, comment.last + 3)?.destructured ?: return null
        return Declared(keyword, name, parsed(comment))
    }

    private companion object {
        val TYPES = setOf("class", "record", "interface", "enum", "object")
        val BEGINNING = Regex("""(?:\s+|#!.*|//.*|@file:.*|import .*)*+/\*\*""")
        val DECLARATION =
            Regex(
                """(?:\s+|@[\w.:]+(?:\([^)]*\))?|//.*|(?:\w+-)?\w+(?=\s))*?""" +
                    """\b(class|record|interface|enum|object|val|fun)\s+(?:class\s+)?(?:<[^(]*>\s*)?(\w+)"""
            )
    }
}
