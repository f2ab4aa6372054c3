package hydrangea.runner.override

import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.catalogue.quotedText

/** Where the interpolation that begins at [start] ends, with the braces inside it; null if none begins there. */
internal fun interpolationEnd(text: String, start: Int): Int? {
    if (!text.startsWith(DOLLAR, start) || text.startsWith("}", start + 2)) return null
    var depth = 0
    for (i in start + 1 until text.length) {
        if (text[i] == '{') depth++
        if (text[i] == '}' && --depth == 0) return i + 1
    }
    return null
}

/** Whether a text in [value] has an interpolation, or one that is escaped. */
internal fun isInterpolated(value: Value): Boolean =
    when (value) {
        is Value.Text -> DOLLAR in value.value
        is Value.Sequence -> value.items.any(::isInterpolated)
        is Value.Call -> value.arguments.any { isInterpolated(it.value) }
        is Value.Dictionary -> value.entries.any { isInterpolated(it.second) }
        else -> false
    }

/**
 * Puts values in the place of interpolations: `${a.b}`, `${.x}`, `${oc.env:VAR,default}`, `${now:%Y}`; `\${` is none.
 *
 * @param referred what stands at a key
 */
internal class Interpolation(private val launch: Launch, private val referred: (Key) -> Value) {
    /** [value], which stands at [key], without interpolations; what cannot be known is a [Refusal]. */
    fun filled(value: Value, key: Key): Value =
        when (value) {
            is Value.Text -> if (DOLLAR in value.value) filled(value, value.value, key) else value
            is Value.Sequence -> sequence(value.items.mapIndexed { i, item -> filled(item, key + "$i") })
            is Value.Dictionary ->
                dictionary(value.entries.map { (name, part) -> name to filled(part, key + name.text) })
            is Value.Call -> call(value, key)
            else -> value
        }

    private fun call(call: Value.Call, key: Key): Value {
        val arguments =
            call.arguments.mapIndexed { i, it -> Argument(it.name, filled(it.value, key + (it.name ?: "$i"))) }
        val written = arguments.joinToString(", ") { (it.name?.let { name -> "$name=" } ?: "") + it.value.text }
        return Value.Call("${call.name}($written)", call.name, arguments)
    }

    /** A text that is one interpolation becomes its value, whatever the type; any other stays a text. */
    private fun filled(said: Value.Text, text: String, key: Key): Value {
        val whole = interpolationEnd(text, 0) == text.length
        if (whole) return resolved(text, key)
        val result = plain(text, key)
        val written = if (FIRST.containsMatchIn(text)) frozen(result) else said.text
        return Value.Text(written, result, said.quoted)
    }

    /** [text] with values in it; of the backslashes before an interpolation a pair is one, an odd one makes it text. */
    private fun plain(text: String, key: Key): String {
        val result = StringBuilder()
        var at = 0
        while (true) {
            val found = SLASHED.find(text, at) ?: return result.append(text, at, text.length).toString()
            val slashes = found.groupValues[1].length
            val start = found.range.first + slashes
            val end = interpolationEnd(text, start).takeIf { slashes % 2 == 0 }
            result.append(text, at, found.range.first).append("\\".repeat(slashes / 2))
            result.append(if (end == null) DOLLAR else asText(resolved(text.substring(start, end), key)))
            at = end ?: (start + DOLLAR.length)
        }
    }

    private fun asText(value: Value) = if (value is Value.Text) value.value else value.text

    private fun resolved(interpolation: String, key: Key): Value {
        val inside = plain(interpolation.removeSurrounding(DOLLAR, "}"), key).trim()
        val name = inside.substringBefore(':')
        val argument = inside.substringAfter(':', "").trim()
        return when {
            ':' !in inside -> referred(absolute(inside, key))
            name == "oc.env" -> environment(argument)
            name == "now" -> said(launch.time(argument))
            else -> throw Refusal("nothing is called $name in \${$name:...}" + didYouMean(name, RESOLVERS) + THERE_ARE)
        }
    }

    private fun environment(argument: String): Value {
        val name = argument.substringBefore(',').trim()
        val default = argument.substringAfter(',', "").trim().takeIf { ',' in argument }
        return (launch.environment(name)?.let(::said) ?: default?.let(::fallback))
            ?: throw Refusal("the environment has no $name: set it, or say what else, \${oc.env:$name,DEFAULT}")
    }

    /** What an environment says is a text, but for numbers and truths. */
    private fun said(text: String): Value {
        val value = valueOf(text)
        return if (value is Value.Whole || value is Value.Real || value is Value.Truth) value else frozenText(text)
    }

    private fun fallback(text: String): Value = valueOf(text).let { if (it is Value.Text) frozenText(it.value) else it }

    private fun valueOf(text: String): Value =
        try {
            parseValue(text)
        } catch (_: SyntaxError) {
            frozenText(text)
        }

    /** Dots before a path lead up: one to the siblings of [key], two to those of its parent. */
    private fun absolute(path: String, key: Key): Key {
        val up = path.takeWhile { it == '.' }.length
        val rest = path.drop(up).replace(INDEX) { ".${it.groupValues[1]}" }
        val named = parseKey(rest) ?: throw Refusal("\${$path} is neither a key nor \${oc.env:NAME} or \${now:PATTERN}")
        if (up == 0) return named
        if (up > key.segments.size) throw Refusal("\${$path} leads out of the experiment: $key is not that deep")
        return Key(key.segments.dropLast(up) + named.segments)
    }

    private companion object {
        val FIRST = Regex("""(?<!\\)(\\\\)*\$\{""")
        val INDEX = Regex("""\[(\w+)]""")
        val RESOLVERS = listOf("oc.env", "now")
        const val THERE_ARE = "; there are oc.env and now"
    }
}

private const val DOLLAR = "\${"

private val SLASHED = Regex("""(\\*)\$\{""")

/** [text] so that it is read as it is, even with a `${` in it. */
private fun frozen(text: String) = quotedText(text.replace(SLASHED) { "${it.groupValues[1].repeat(2)}\\\${" })

private fun frozenText(text: String) = Value.Text(frozen(text), text, quoted = true)

/** A value that stands in the tree, by its [spelling]: written so that it can be said again. */
internal fun standing(spelling: String): Value {
    val value = parseValue(spelling)
    if (DOLLAR !in spelling) return value
    return if (value is Value.Text) frozenText(value.value)
    else throw Refusal("$spelling cannot be taken: it has a \${ in it")
}
