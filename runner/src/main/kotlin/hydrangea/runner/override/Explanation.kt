package hydrangea.runner.override

import java.nio.file.Files
import java.nio.file.InvalidPathException
import java.nio.file.Path

/** How a text is read, for a person; [damage] is what the shell seems to have done to it. */
internal fun explanation(reading: Reading, damage: ShellDamage?): String {
    val said = reading.said
    val rows =
        if (said == null) listOf("refused" to refusal(reading))
        else listOf("kind" to kind(said.verb), "key" to said.address) + value(said) + meaning(reading.text)
    return explained(reading.text, rows + shell(reading, damage).map { "shell" to it })
}

/** The [rows] about [text], each under a name. */
internal fun explained(text: String, rows: List<Pair<String, String>>): String =
    rows.joinToString("\n", "$text\n") { (name, what) -> "  $name".padEnd(INDENT) + what }

private fun refusal(reading: Reading): String {
    val place = reading.position?.let { pointed(reading.text, it).prependIndent(" ".repeat(INDENT)) }
    return listOfNotNull(reading.refused, place).joinToString("\n")
}

private fun kind(verb: Verb): String =
    when (verb) {
        Verb.CHANGE -> "changes what is there"
        Verb.ADD -> "adds to a list or a map what is not there"
        Verb.FORCE_ADD -> "changes what is there, or adds it to a list or a map"
        Verb.DEL -> "removes from a list or a map"
        Verb.APPEND -> "appends to a list"
    }

private fun value(said: Sentence): List<Pair<String, String>> {
    val value = said.value ?: return emptyList()
    return listOf("value" to value.text.ifEmpty { "nothing" }, "type" to type(value))
}

/** What Hydra reads and a typed tree does not know. */
private fun meaning(text: String): List<Pair<String, String>> =
    try {
        parseOverride(text, Origin.CommandLine)
        emptyList()
    } catch (e: SyntaxError) {
        listOf("but" to e.message)
    }

private fun type(value: Value): String =
    when (value) {
        is Value.Whole -> "int"
        is Value.Real -> "float"
        is Value.Truth -> "boolean"
        is Value.Null -> "null"
        is Value.Text ->
            (if (value.quoted) "quoted text" else "text") + (if ("\${" in value.value) " with an interpolation" else "")
        is Value.Sequence -> "list of ${types(value.items)}"
        is Value.Call -> "call of the catalogue's ${value.name}"
        is Value.Dictionary -> "dictionary, for the components ${value.entries.joinToString { it.first.text }}"
        is Sweep -> sweep(value) + (if (value.tags.isEmpty()) "" else ", tagged ${value.tags.sorted().joinToString()}")
    }

private fun sweep(value: Sweep): String =
    when (value) {
        is Sweep.Choice -> "sweep over ${value.items.size} values, ${types(value.items)}, " + order(value.shuffled)
        is Sweep.Range ->
            "sweep from ${value.start.text} to ${value.stop.text}, which is left out, by ${value.step.text}, " +
                order(value.shuffled)
        is Sweep.Interval -> "random search from ${value.start.text} to ${value.end.text}, with -m"
        is Sweep.Glob -> "sweep over the entries called so, with -m"
    }

private fun order(shuffled: Boolean) = if (shuffled) "shuffled, with -m" else "with -m"

private fun types(values: List<Value>) = values.map(::type).distinct().joinToString(" and ").ifEmpty { "nothing" }

private fun shell(reading: Reading, damage: ShellDamage?): List<String> {
    val text = reading.text
    val quotes =
        shellWord(text).takeIf { it != text && damage == null && reading.said != null }?.let { "quote it: $it" }
    val empty =
        "the value is empty: a shell replaces \$NAME and \${...} outside of single quotes".takeIf { text.endsWith("=") }
    val file = "a file of this name is here: a shell may have put it in the place of a pattern".takeIf { isFile(text) }
    return listOfNotNull(damage?.what, quotes, empty, file)
}

private fun isFile(text: String) =
    try {
        '=' in text && Files.exists(Path.of(text))
    } catch (_: InvalidPathException) {
        false
    }

private const val INDENT = 11
