package hydrangea.runner.override

/** `json_str()`, of Hydra 1.4: the text of the value in JSON, as Python's `json.dumps` has it. */
internal fun Given.jsonStr(): Value {
    onlyNamed("value")
    val value = together("value")
    if (value is Sweep.Choice)
        return Sweep.Choice(text, value.items.map { text(jsonText(it)) }, value.tags, value.shuffled)
    return text(jsonText(value))
}

private fun Given.jsonText(value: Value): String =
    when (value) {
        is Value.Whole -> value.value.toString()
        is Value.Real -> JSON_NUMBERS[decimalText(value.value)] ?: decimalText(value.value)
        is Value.Truth -> value.value.toString()
        is Value.Null -> "null"
        is Value.Text -> jsonQuoted(value.value)
        is Value.Sequence -> value.items.joinToString(", ", "[", "]") { jsonText(it) }
        is Value.Dictionary ->
            value.entries.joinToString(", ", "{", "}") { (key, inner) -> "${jsonKey(key)}: ${jsonText(inner)}" }
        is Value.Call,
        is Sweep -> refuse("cannot cast ${value.text}")
    }

private fun Given.jsonKey(key: Value): String = if (key is Value.Text) jsonText(key) else "\"${jsonText(key)}\""

private val JSON_NUMBERS = mapOf("inf" to "Infinity", "-inf" to "-Infinity", "nan" to "NaN")

private fun jsonQuoted(text: String): String =
    text.asIterable().joinToString("", "\"", "\"") { letter ->
        when (letter) {
            '"',
            '\\' -> "\\$letter"
            '\n' -> "\\n"
            '\t' -> "\\t"
            '\r' -> "\\r"
            in ' '..'~' -> letter.toString()
            else -> "\\u%04x".format(letter.code)
        }
    }
