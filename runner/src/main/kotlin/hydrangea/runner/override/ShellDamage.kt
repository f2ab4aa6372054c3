package hydrangea.runner.override

/** What a shell seems to have made of [words] of a command line, by their indices: [said] is how they arrived. */
internal class ShellDamage(val words: IntRange, private val said: String, val what: String) {
    override fun toString() = "$said: $what"
}

/** Where the words of a command line show that a shell has split, dropped or replaced what was typed. */
internal fun shellDamages(words: List<String>): List<ShellDamage> {
    val spread = spreadBraces(words).associateBy { it.words.first }
    val found = mutableListOf<ShellDamage>()
    var at = 0
    while (at < words.size) {
        val damage =
            spread[at]?.takeIf { braces(words, it) } ?: split(words, at) ?: apart(words, at) ?: stray(words, at)
        if (damage != null) found += damage
        at = (damage?.words?.last ?: at) + 1
    }
    return found
}

/** `actor=hidden:[3]` and `actor=activation:gelu` are no overrides, but one in the braces that bash took away. */
private fun braces(words: List<String>, spread: ShellDamage): Boolean {
    val same = words.slice(spread.words)
    return !same.all(::reads) && reads(braced(same))
}

/** `actor.hidden=[256,` and `256]`: one override, if they had stayed together. */
private fun split(words: List<String>, at: Int): ShellDamage? {
    if (reads(words[at])) return null
    val last =
        (at + 1..minOf(at + LONGEST, words.lastIndex)).firstOrNull {
            reads(words.subList(at, it + 1).joinToString(" "))
        }
    val whole = words.subList(at, (last ?: return null) + 1).joinToString(" ")
    return ShellDamage(at..last, whole, "a shell splits at blanks: write ${shellWord(whole)}")
}

/** `k`, `=` and `3`: an override has no blanks around its equals sign. */
private fun apart(words: List<String>, at: Int): ShellDamage? {
    if ('=' in words[at] || words.getOrNull(at + 1)?.startsWith("=") != true) return null
    val last = minOf(words.lastIndex, if (words[at + 1] == "=") at + 2 else at + 1)
    val together = words.subList(at, last + 1).joinToString("")
    if (!reads(together)) return null
    return ShellDamage(at..last, words.subList(at, last + 1).joinToString(" "), "write ${shellWord(together)}")
}

/** Words after an override that are none themselves. */
private fun stray(words: List<String>, at: Int): ShellDamage? {
    if (isOverride(words[at])) return null
    val count = words.drop(at).takeWhile { !isOverride(it) }.size
    val strays = words.subList(at, at + count).joinToString(" ")
    val before = words.getOrNull(at - 1)
    val what =
        when {
            strays.startsWith("/") ->
                "if it was ~${strays.substringAfterLast('/')}, a shell replaced it: write '~${strays.substringAfterLast('/')}'"
            before == null || !reads(before) -> return null
            before.endsWith("=") -> "no blank may stand after the =: write ${shellWord("$before$strays")}"
            else -> "no value: write ${words[at]}=VALUE; or ${shellWord("$before $strays")} if it belongs to $before"
        }
    return ShellDamage(at until at + count, strays, what)
}

private fun isOverride(word: String) = '=' in word || '(' in word || word.startsWith("~") || word.startsWith("@")

private fun reads(text: String) =
    try {
        parseSentence(text)
        true
    } catch (_: SyntaxError) {
        false
    }

/** The words that no shell seems to have touched. */
internal fun List<ShellDamage>.sound(words: List<String>): List<String> {
    val torn = flatMap { it.words }.toSet()
    return words.filterIndexed { i, _ -> i !in torn }
}

/** What bash makes of `seed={1,2}`: words side by side that say the same key. */
internal fun spreadBraces(words: List<String>): List<ShellDamage> {
    val keys = words.map { it.substringBefore('=').takeIf { key -> '=' in it && parseKey(key) != null } }
    val ends = keys.indices.filter { keys[it] != keys.getOrNull(it + 1) }
    val runs = (listOf(-1) + ends).zip(ends) { before, end -> before + 1..end }
    return runs.filter { keys[it.first] != null && it.count() > 1 }.map { spread(words.slice(it), it) }
}

private fun spread(same: List<String>, indices: IntRange): ShellDamage {
    val (key, values) = parts(same)
    val typed = braced(same)
    val list = "${shellWord("$key=[$values]")} for a list, or -m ${shellWord("$key=$values")} for a sweep"
    val meant = if (reads(typed)) shellWord(typed) else list
    val what = "if you typed $typed, the shell made ${same.size} words of it: write $meant"
    return ShellDamage(indices, same.joinToString(" "), what)
}

private fun braced(same: List<String>) = parts(same).let { (key, values) -> "$key={$values}" }

private fun parts(same: List<String>) =
    same.first().substringBefore('=') to same.joinToString(",") { it.substringAfter('=') }

private const val LONGEST = 20
