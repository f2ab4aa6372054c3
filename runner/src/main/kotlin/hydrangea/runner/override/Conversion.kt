package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.catalogue.elementType
import hydrangea.runner.catalogue.quotedText
import hydrangea.runner.catalogue.rawClass
import hydrangea.runner.catalogue.words
import java.lang.reflect.Type
import java.math.BigDecimal
import java.math.BigInteger

/** Turns values as said into values of a type; a [Refusal] where they are none. */
internal class Conversion(private val catalogue: Catalogue) {
    /** What [value] is for [place]: one of its options, or of its type. */
    fun convert(value: Value, place: Place): Any? {
        refuseMissing(value, place)
        if (place.options.isEmpty()) return convert(value, place.type, place.nullable)
        val name = (value as? Value.Text)?.value
        return place.options[name] ?: outsideOptions(value, place)
    }

    private fun outsideOptions(value: Value, place: Place): Any? {
        val others = catalogue.entries(rawClass(place.type)).map { it.name }
        val word = value as? Value.Text
        if (value is Value.Call || word != null && (word.quoted || '(' in word.value || word.value in others)) {
            if (others.isNotEmpty()) return convert(value, place.type)
        }
        val near = word?.let { didYouMean(it.value, place.options.keys + others) } ?: ""
        throw Refusal("expected ${catalogue.words(place)}, was ${value.text.ifEmpty { "nothing" }}$near")
    }

    fun convert(value: Value, type: Type, nullable: Boolean = false): Any? {
        if (value is Value.Null) return if (nullable) null else refuse(value, type)
        refuseMissing(value, Place(type, null))
        if (value is Sweep) throw Refusal("${value.text} is a sweep, which cannot stand here")
        val raw = rawClass(type)
        return when {
            raw == Int::class.javaObjectType ->
                whole(value, type, Int.MIN_VALUE.toLong(), Int.MAX_VALUE.toLong()).toInt()
            raw == Long::class.javaObjectType -> whole(value, type, Long.MIN_VALUE, Long.MAX_VALUE)
            raw == Double::class.javaObjectType -> real(value, type)
            raw == Boolean::class.javaObjectType -> (value as? Value.Truth)?.value ?: refuse(value, type)
            raw == String::class.java -> text(value, type)
            raw.isEnum -> constant(value, type)
            List::class.java.isAssignableFrom(raw) -> list(value, type)
            Map::class.java.isAssignableFrom(raw) -> map(value, type)
            else -> spec(value, raw)
        }
    }

    /** Hydra's mark for what has to be said. */
    private fun refuseMissing(value: Value, place: Place) {
        if (value is Value.Text && value.value == "???")
            throw Refusal("a value has to be said: ${catalogue.words(place)}")
    }

    private fun whole(value: Value, type: Type, min: Long, max: Long): Long {
        val number =
            when (value) {
                is Value.Whole -> value.value
                is Value.Real -> integral(value.value) ?: refuse(value, type)
                else -> refuse(value, type)
            }
        if (number in BigInteger.valueOf(min)..BigInteger.valueOf(max)) return number.toLong()
        throw Refusal(
            "${value.text} is outside of ${catalogue.words(type)}, which ends at ${if (number.signum() > 0) max else min}"
        )
    }

    private fun integral(value: Double): BigInteger? =
        value.takeIf { it.isFinite() && it == Math.rint(it) }?.let { BigDecimal(it).toBigInteger() }

    private fun real(value: Value, type: Type): Double =
        when (value) {
            is Value.Whole -> value.value.toDouble()
            is Value.Real -> value.value
            else -> refuse(value, type)
        }

    private fun text(value: Value, type: Type): String =
        when (value) {
            is Value.Text -> value.value
            is Value.Sequence,
            is Value.Dictionary,
            is Value.Call -> throw Refusal(expected(type, value) + "; write ${quotedText(value.text)} with the quotes")
            else -> value.text
        }

    private fun constant(value: Value, type: Type): Any {
        val constants = rawClass(type).enumConstants.associateBy { catalogue.constantName(it as Enum<*>) }
        val said = (value as? Value.Text)?.value ?: refuse(value, type)
        val found = constants.entries.firstOrNull { same(it.key, said) || same((it.value as Enum<*>).name, said) }
        return found?.value ?: throw Refusal(expected(type, value) + didYouMean(said, constants.keys))
    }

    private fun same(a: String, b: String) = a.replace("_", "").equals(b.replace("_", ""), ignoreCase = true)

    private fun list(value: Value, type: Type): List<Any?> {
        if (value is Value.Sequence) return value.items.map { convert(it, elementType(type)) }
        throw Refusal(expected(type, value) + if (fits(value, elementType(type))) "; write [${value.text}]" else "")
    }

    /** Only where a new map is made: what is said of one that is there is said of its elements. */
    private fun map(value: Value, type: Type): Map<String, Any?> {
        if (value !is Value.Dictionary) throw Refusal("cannot be set as a whole, only its components")
        return value.entries.associate { (name, part) -> name.text to convert(part, elementType(type)) }
    }

    private fun fits(value: Value, type: Type) =
        try {
            convert(value, type)
            true
        } catch (_: Refusal) {
            false
        }

    /** A name or a call from the catalogue; quotes are what a shell is told, so they may stand around a call. */
    private fun spec(value: Value, type: Class<*>): Any =
        when {
            value is Value.Call -> calls(type).build(value)
            value is Value.Text && !value.quoted && '(' !in value.value ->
                calls(type).build(Value.Call(value.text, value.value, emptyList()))
            value is Value.Text -> spec(requoted(value, type), type)
            value is Value.Dictionary -> throw Refusal(nameless(value))
            else -> refuse(value, type)
        }

    private fun nameless(value: Value.Dictionary): String {
        val arguments = value.entries.joinToString { (name, part) -> "${name.text}=${part.text}" }
        return "a dictionary changes what is there, and nothing is: write NAME($arguments)"
    }

    private fun requoted(value: Value.Text, type: Type): Value {
        val inner =
            try {
                parseValue(value.value.trim())
            } catch (e: SyntaxError) {
                throw Refusal("${value.text} is no ${catalogue.words(type)}: ${e.message}")
            }
        return if (inner is Value.Text && inner.quoted) refuse(value, type) else inner
    }

    private fun calls(type: Class<*>) =
        Calls(catalogue, type) { value, parameter -> convert(value, parameter.type, parameter.nullable) }

    private fun refuse(value: Value, type: Type): Nothing {
        val near = (value as? Value.Call)?.let { didYouMean(it.name, FUNCTIONS) } ?: ""
        throw Refusal(expected(type, value) + near)
    }

    private fun expected(type: Type, value: Value) =
        "expected ${catalogue.words(type)}, was ${value.text.ifEmpty { NOTHING }}"

    private companion object {
        const val NOTHING = "nothing: a shell makes that of \${...} outside of single quotes"
    }
}

/** What [place] takes, in the user's words. */
internal fun Catalogue.words(place: Place): String =
    if (place.options.isEmpty()) words(place.type) else "one of ${place.options.keys.joinToString()}"
