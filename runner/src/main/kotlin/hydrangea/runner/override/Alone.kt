package hydrangea.runner.override

/** Why a sweep is no value for one run, and what to type instead; null for any other value. */
internal fun needsSweep(override: Override): String? {
    val value = override.value as? Sweep ?: return null
    val said = shellWord(override.said)
    if (FUNCTIONS.any { value.text.startsWith("$it(") || value.text.startsWith("$it (") }) {
        return "this is a sweep over several runs: add -m"
    }
    val key = override.key
    val list = shellWord("$key=[${value.text}]")
    val text = shellWord("$key='${value.text}'")
    return "a comma means one of three things: a list, $list; a text, $text; or a sweep over several runs, -m $said"
}
