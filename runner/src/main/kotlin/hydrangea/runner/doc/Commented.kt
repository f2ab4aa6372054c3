package hydrangea.runner.doc

/**
 * The doc comments of a source text, Java or Kotlin, with what they stand before.
 *
 * The first comment of a script is about the script, even where a declaration follows at once.
 */
internal class Commented(private val text: String, script: Boolean) {
    private class Declared(val keyword: String, val name: String, val place: Int, val comment: DocComment)

    /** What the first comment of a script says of all of it. */
    val head: DocComment?

    private val declared: List<Declared>

    init {
        val comments = comments()
        head =
            comments.firstOrNull()?.takeIf { script && BEGINNING.matches(text.substring(0, it.first)) }?.let(::parsed)
        declared = comments.drop(if (head == null) 0 else 1).mapNotNull(::declared)
    }

    /**
     * Of a class, by its name and those of the classes around it, the outermost first; a script's own is not written.
     */
    fun type(names: List<String>): DocComment? {
        val place = names.fold(0) { from, name -> declaration(name, from) ?: from }
        return declared.firstOrNull { it.place == place && it.name == names.last() }?.comment
    }

    /** Where the name of a class stands in its declaration. */
    private fun declaration(name: String, from: Int): Int? =
        generateSequence(text.indexOf(" $name", from)) { text.indexOf(" $name", it + 1) }
            .takeWhile { it >= 0 }
            .firstOrNull { at -> TYPES.any { text.startsWith(it, at - it.length) } && endsAt(at + 1 + name.length) }
            ?.let { it + 1 }

    private fun endsAt(place: Int) = text.getOrNull(place)?.isJavaIdentifierPart() != true

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
        val (_, keyword, name) = DECLARATION.matchAt(text, comment.last + 3)?.groups?.toList() ?: return null
        return Declared(keyword!!.value, name!!.value, name.range.first, parsed(comment))
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
