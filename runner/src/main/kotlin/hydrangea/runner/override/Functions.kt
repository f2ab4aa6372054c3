package hydrangea.runner.override

/** What a call to one of Hydra's functions comes to, a [Refusal] if it cannot be; null for any other name. */
internal fun evaluated(call: Value.Call): Value? {
    val given = Given(call)
    return when (call.name) {
        "int" -> given.cast(::toInt)
        "float" -> given.cast(::toFloat)
        "str" -> given.cast(::toStr)
        "bool" -> given.cast(::toBool)
        "json_str" -> given.jsonStr()
        "choice" -> given.choice()
        "range" -> given.range()
        "interval" -> given.interval()
        "glob" -> given.glob()
        "tag" -> given.tag()
        "sort" -> given.sort()
        "shuffle" -> given.shuffle()
        else -> null
    }
}

/** Their names. */
internal val FUNCTIONS =
    listOf("int", "float", "str", "bool", "json_str", "choice", "range", "interval", "glob", "tag", "sort", "shuffle")

/** The arguments of a call to one of Hydra's functions, called [name] and written as [text]. */
internal class Given(call: Value.Call) {
    val name = call.name
    val text = call.text
    val positional = call.arguments.filter { it.name == null }.map { it.value }
    val named = call.arguments.filter { it.name != null }.associate { checkNotNull(it.name) to it.value }

    /** The arguments by the names of its parameters. */
    fun bound(vararg parameters: String): Map<String, Value> {
        onlyNamed(*parameters)
        if (positional.size > parameters.size) refuse("takes ${parameters.joinToString()}, no more")
        val placed = parameters.zip(positional).toMap()
        placed.keys.firstOrNull { it in named }?.let { refuse("has $it twice") }
        return placed + named
    }

    fun onlyNamed(vararg parameters: String) {
        val stranger = named.keys.firstOrNull { it !in parameters } ?: return
        refuse("has no $stranger, only ${parameters.joinToString()}")
    }

    /** All positional ones as one: as a choice if there are several; or the one with one of these [names]. */
    fun together(vararg names: String): Value {
        val byName = names.mapNotNull(named::get)
        if (byName.size + minOf(1, positional.size) != 1) refuse("needs its values, as in $name(a, b)")
        return byName.singleOrNull() ?: positional.singleOrNull() ?: choiceOf(positional)
    }

    fun choiceOf(items: List<Value>): Sweep.Choice {
        if (items.any { it is Sweep }) refuse("cannot have a sweep among other values: name them all")
        return Sweep.Choice(text, items)
    }

    fun refuse(why: String): Nothing = throw Refusal("$name() $why")
}

/** [value] as the result of the call: a sweep is written as the call, a plain value as itself. */
internal fun Given.written(value: Value): Value =
    when (value) {
        is Sweep.Choice -> value.copy(text = text)
        is Sweep.Range -> value.copy(text = text)
        is Sweep.Interval -> value.copy(text = text)
        is Sweep.Glob -> value.copy(text = text)
        else -> value
    }
