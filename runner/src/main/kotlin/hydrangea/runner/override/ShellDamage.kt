package hydrangea.runner.override

/** What a shell seems to have made of [words] of a command line, by their indices. */
internal class ShellDamage(val words: IntRange, val message: String)

/** Where the words of a command line show that a shell has split, dropped or replaced what was typed. */
internal fun shellDamages(words: List<String>): List<ShellDamage> {
    val found = mutableListOf<ShellDamage>()
    var at = 0
    while (at < words.size) {
        val damage = split(words, at) ?: spread(words, at) ?: stray(words, at)
        if (damage != null) found += damage
        at = (damage?.words?.last ?: at) + 1
    }
    return found
}

/** `actor.hidden=[256,` and `256]`: one override, if they had stayed together. */
private fun split(words: List<String>, at: Int): ShellDamage? {
    if (reads(words[at])) return null
    val last =
        (at + 1..minOf(at + LONGEST, words.lastIndex)).firstOrNull {
            reads(words.subList(at, it + 1).joinToString(" "))
        }
    val whole = words.subList(at, (last ?: return null) + 1).joinToString(" ")
    return ShellDamage(at..last, "$whole: a shell splits at blanks: write ${shellWord(whole)}")
}

/** `k`, `=` and `3`: an override has no blanks around its equals sign. */
private fun spread(words: List<String>, at: Int): ShellDamage? {
    if ('=' in words[at] || words.getOrNull(at + 1)?.startsWith("=") != true) return null
    val last = minOf(words.lastIndex, if (words[at + 1] == "=") at + 2 else at + 1)
    val together = words.subList(at, last + 1).joinToString("")
    if (!reads(together)) return null
    return ShellDamage(at..last, "${words.subList(at, last + 1).joinToString(" ")}: write ${shellWord(together)}")
}

/** Words after an override that are none themselves. */
private fun stray(words: List<String>, at: Int): ShellDamage? {
    if (isOverride(words[at])) return null
    val count = words.drop(at).takeWhile { !isOverride(it) }.size
    val strays = words.subList(at, at + count).joinToString(" ")
    val before = words.getOrNull(at - 1)
    val message =
        when {
            strays.startsWith("/") -> "if it was ~${strays.substringAfterLast('/')}, a shell replaced it: quote it"
            before == null || !reads(before) -> return null
            before.endsWith("=") -> "no blank may stand after the =: write ${shellWord("$before$strays")}"
            else -> "no value: write ${words[at]}=VALUE; or ${shellWord("$before $strays")} if it belongs to $before"
        }
    return ShellDamage(at until at + count, "$strays: $message")
}

private fun isOverride(word: String) = '=' in word || word.startsWith("~")

private fun reads(text: String) =
    try {
        parseSentence(text)
        true
    } catch (_: SyntaxError) {
        false
    }

private const val LONGEST = 20
