package hydrangea.runner.override

/** [text] as one types it for a shell to pass it on as it is. */
internal fun shellWord(text: String): String =
    when {
        SAFE.matches(text) -> text
        '\'' !in text -> "'$text'"
        text.none { it in "\"\\$`!" } -> "\"$text\""
        else -> "'${text.replace("'", "'\\''")}'"
    }

/** What bash, zsh and fish all leave alone; a comma between values too, but for braces. */
private val SAFE = Regex("""[\w@%+:,./-][\w@%+=:,./-]*""")
