package hydrangea.runner.override

/** How [text] is read, for a tool: `{"text", "type", "key", "value"}` or `{"text", "refused": message}`. */
internal fun explanationJson(reading: Reading): Map<String, Any?> {
    val said = reading.said ?: return mapOf("text" to reading.text, "refused" to reading.refused)
    val append = said.verb == Verb.APPEND
    val type = if (append) Verb.ADD else said.verb
    val plain =
        mapOf("text" to reading.text, "type" to type.name, "key" to said.address, "value" to said.value?.let(::json))
    return if (append) plain + ("append" to true) else plain
}

private fun json(value: Value): Any? =
    when (value) {
        is Value.Whole -> value.value
        is Value.Real -> mapOf("float" to decimalText(value.value))
        is Value.Truth -> value.value
        is Value.Null -> null
        is Value.Text -> if (value.quoted) mapOf("quoted" to value.value) else value.value
        is Value.Sequence -> value.items.map(::json)
        is Value.Call -> mapOf("call" to value.name, "args" to value.arguments.map { listOf(it.name, json(it.value)) })
        is Value.Dictionary -> mapOf("dict" to value.entries.map { (key, inner) -> listOf(json(key), json(inner)) })
        is Sweep -> json(value) + if (value.tags.isEmpty()) emptyMap() else mapOf("tags" to value.tags.sorted())
    }

private fun json(sweep: Sweep): Map<String, Any?> =
    when (sweep) {
        is Sweep.Choice -> mapOf("choice" to sweep.items.map(::json))
        is Sweep.Range -> mapOf("range" to listOf(sweep.start, sweep.stop, sweep.step).map(::json))
        is Sweep.Interval -> mapOf("interval" to listOf(sweep.start, sweep.end).map(::json))
        is Sweep.Glob -> mapOf("glob" to sweep.include, "exclude" to sweep.exclude)
    }
