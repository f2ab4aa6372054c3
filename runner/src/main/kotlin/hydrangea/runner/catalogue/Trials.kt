package hydrangea.runner.catalogue

import java.lang.reflect.Type

/** What entries build from their defaults, with some arguments of the right types where they need them. */
internal class Trials(private val catalogue: Catalogue) {
    private val built = HashMap<Entry, List<Any>>()

    /** What the entry builds: once if it needs nothing, else for all combinations of some arguments that it takes. */
    fun of(entry: Entry): List<Any> = built.getOrPut(entry) { attempts(entry).toList() }

    /** One of those, the first: null where there is none. */
    fun one(entry: Entry): Any? = (built[entry]?.asSequence() ?: attempts(entry)).firstOrNull()

    private fun attempts(entry: Entry): Sequence<Any> =
        combinations(entry.parameters.filter { it.required }).take(MOST).mapNotNull { attempt(entry, it) }

    private fun attempt(entry: Entry, arguments: Map<EntryParameter, Any>): Any? =
        try {
            entry.build(arguments)
        } catch (_: RuntimeException) {
            null
        }

    private fun combinations(parameters: List<EntryParameter>): Sequence<Map<EntryParameter, Any>> =
        parameters.fold(sequenceOf(emptyMap())) { some, parameter ->
            some.flatMap { arguments -> arguments(parameter.type).map { arguments + (parameter to it) } }
        }

    private fun arguments(type: Type): List<Any> {
        val raw = rawClass(type)
        return when {
            raw == Int::class.javaObjectType -> listOf(1, 2, 4)
            raw == Long::class.javaObjectType -> listOf(1L, 2L)
            raw == Double::class.javaObjectType -> listOf(0.25, 0.5)
            raw == Boolean::class.javaObjectType -> listOf(false, true)
            raw == String::class.java -> listOf("a", "b")
            raw.isEnum -> raw.enumConstants.toList()
            List::class.java.isAssignableFrom(raw) ->
                arguments(elementType(type)).let { listOf(it.take(1), it.take(2)) }
            Map::class.java.isAssignableFrom(raw) -> arguments(elementType(type)).map { mapOf("a" to it) }
            else -> specs(raw)
        }
    }

    private fun specs(type: Class<*>): List<Any> =
        catalogue.entries(type).filter { entry -> entry.parameters.none { it.required } }.flatMap(::of)

    private companion object {
        const val MOST = 1_000
    }
}
