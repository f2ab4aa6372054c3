package hydrangea.runner.doc

/** What a doc comment of Java or Kotlin says, as plain text. */
internal class DocComment(raw: String) {
    private val blocks = raw.trim().lines().joinToString("\n", transform = ::withoutStar).split(BLOCK)

    private val paragraphs = blocks.first().split(PARAGRAPH).map(::plain).filter { it.isNotEmpty() }

    /** The first sentence, without its full stop. */
    val sentence: String = paragraphs.firstOrNull()?.let { SENTENCE.find(it)?.value ?: it }.orEmpty().removeSuffix(".")

    /** What `@param` and `@property` say, by name. */
    val parameters: Map<String, String> =
        blocks.drop(1).mapNotNull(PARAMETER::find).associate { it.groupValues[1] to plain(it.groupValues[2]) }

    /** The papers behind it, with their links. */
    val source: String? =
        paragraphs.firstOrNull(SOURCE::containsMatchIn)?.replace(SOURCE, "")?.replace(ARXIV, "https://arxiv.org/abs/$1")

    private companion object {
        val BLOCK = Regex("""(?:^|\n)@""")
        val PARAGRAPH = Regex("""\n\s*\n|<p>""")
        val SENTENCE = Regex("""^.*?\.(?=\s+\p{Lu}|$)""")
        val PARAMETER = Regex("""^(?:param|property)\s+\[?(\w+)]?\s+([\s\S]*)""")
        val SOURCE = Regex("""^Sources?:\s*""")
        val ARXIV = Regex("""\barXiv[: ](\d{4}\.\d{4,5})""")
        val INLINE = Regex("""\{@\w+\s+([^}]*)}""")
        val TAG = Regex("""</?[a-z]+( [^>]*)?>""")
        val POINTER = Regex("""; see \[[\w.]+]""")
        val LINK = Regex("""\[(\w{2,})]""")
        val BLANKS = Regex("""\s+""")

        fun withoutStar(line: String) = line.trim().removePrefix("*").removePrefix(" ")

        fun plain(text: String): String =
            text
                .replace(BLANKS, " ")
                .replace(INLINE, "$1")
                .replace(TAG, "")
                .replace(POINTER, "")
                .replace(LINK, "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .trim()
    }
}
