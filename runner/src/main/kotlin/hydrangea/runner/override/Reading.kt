package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.didYouMean

/** How one text is read: as an override, or [refused], because of what is at [position] if that is known. */
internal class Reading(val text: String, val said: Sentence?, val refused: String?, val position: Int? = null)

/** How [text] is read; calls are to what the [catalogue] has. */
internal fun read(text: String, catalogue: Catalogue): Reading =
    try {
        val said = parseSentence(text)
        val stranger = said.value?.let { strangers(it, catalogue) }
        Reading(text, said.takeIf { stranger == null }, stranger)
    } catch (e: SyntaxError) {
        Reading(text, null, e.message, e.position)
    }

/** Why a call inside [value] is none, neither of Hydra's functions nor of the catalogue's entries. */
private fun strangers(value: Value, catalogue: Catalogue): String? {
    val name = calls(value).firstOrNull { name -> catalogue.entries.none { it.name == name } } ?: return null
    val names = FUNCTIONS + catalogue.entries.map { it.name }
    return "$name is neither a function nor in the catalogue" +
        didYouMean(name, names).ifEmpty { "; the functions are ${FUNCTIONS.joinToString()}" }
}

private fun calls(value: Value): List<String> =
    when (value) {
        is Value.Call -> listOf(value.name) + value.arguments.flatMap { calls(it.value) }
        is Value.Sequence -> value.items.flatMap(::calls)
        is Value.Dictionary -> value.entries.flatMap { calls(it.second) }
        is Sweep.Choice -> value.items.flatMap(::calls)
        else -> emptyList()
    }
