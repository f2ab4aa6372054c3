package hydrangea.runner.catalogue

import java.lang.reflect.Modifier

/** A value as one writes it in an override: `[128, 128]`, `gelu`, `meanFlow(hidden=[128, 128])`. */
internal fun Catalogue.spelled(value: Any?): String =
    when (value) {
        null -> "null"
        is Double -> decimal(value)
        is String -> word(value)
        is Enum<*> -> constantName(value)
        is List<*> -> value.joinToString(", ", "[", "]") { spelled(it) }
        is Map<*, *> -> value.entries.joinToString(", ", "{", "}") { "${it.key}: ${spelled(it.value)}" }
        is Number,
        is Boolean -> value.toString()
        else -> call(value)
    }

/** The same, without the arguments of a spec: `meanFlow`. */
internal fun Catalogue.spelledShortly(value: Any?): String =
    when {
        value is List<*> -> value.joinToString(", ", "[", "]") { spelledShortly(it) }
        value is Map<*, *> -> value.keys.joinToString(", ", "{", "}")
        Shape.of(value) != null -> nameOf(checkNotNull(value))
        else -> spelled(value)
    }

/** A spec by its name, since its components follow on their own; anything else in full. */
internal fun Catalogue.spelledHead(value: Any?): String =
    if (Shape.of(value) == null) spelled(value) else nameOf(checkNotNull(value))

/**
 * A value for programs: numbers, texts, booleans and null as they are, lists of such, anything else as it is spelled.
 */
internal fun Catalogue.plain(value: Any?): Any? =
    when (value) {
        is Double -> if (value.isFinite()) value else decimal(value)
        null,
        is Number,
        is Boolean,
        is String -> value
        is Enum<*> -> constantName(value)
        is List<*> -> value.map { plain(it) }
        else -> spelledHead(value)
    }

private fun Catalogue.call(spec: Any): String {
    val shape = Shape.of(spec) ?: return opaque(spec)
    return shape.components.joinToString(", ", "${nameOf(spec)}(", ")") { "${it.name}=${spelled(it.read(spec))}" }
}

/** An object that we cannot look into: its own text, unless that is an address, which would differ in every run. */
private fun opaque(spec: Any): String {
    val own = spec.javaClass.getMethod("toString").declaringClass != Any::class.java
    if (own && !Modifier.isAbstract(spec.javaClass.modifiers)) return word(spec.toString())
    return spec.javaClass.simpleName.substringBefore("$\$Lambda")
}

/** The shortest decimal that is this double, exponents as researchers write them: `1e-4`. */
private fun decimal(value: Double): String =
    when {
        value.isNaN() -> "nan"
        value.isInfinite() -> if (value > 0) "inf" else "-inf"
        else -> value.toString().replace(".0E", "e").replace("E", "e")
    }

private val WORD = Regex("""[A-Za-z_/.~][\w/.~:-]*""")
private val TAKEN = setOf("null", "true", "false", "inf", "nan")

/** Bare where the grammar of overrides reads it back as the same text. */
private fun word(text: String): String =
    if (WORD.matches(text) && text.lowercase() !in TAKEN && !text.startsWith(".")) text else quotedText(text)

/** In single quotes, as the grammar of overrides reads them. */
internal fun quotedText(text: String): String {
    val escaped =
        Regex("""(\\*)('|$)""").replace(text) { found ->
            found.groupValues[1].repeat(2) + if (found.groupValues[2].isEmpty()) "" else "\\'"
        }
    return "'$escaped'"
}
