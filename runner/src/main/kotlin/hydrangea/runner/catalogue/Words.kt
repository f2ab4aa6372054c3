package hydrangea.runner.catalogue

import java.lang.invoke.MethodType
import java.lang.reflect.GenericArrayType
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.lang.reflect.TypeVariable
import java.lang.reflect.WildcardType

/** The class behind a type, boxed primitives as their wrappers. */
internal fun rawClass(type: Type): Class<*> =
    when (type) {
        is Class<*> -> MethodType.methodType(type).wrap().returnType()
        is ParameterizedType -> rawClass(type.rawType)
        is WildcardType -> rawClass(type.upperBounds.first())
        is TypeVariable<*> -> rawClass(type.bounds.first())
        is GenericArrayType -> rawClass(type.genericComponentType).arrayType()
        else -> Any::class.java
    }

/** The last type argument of a collection: what it is made of. */
internal fun elementType(type: Type): Type =
    when (type) {
        is ParameterizedType -> type.actualTypeArguments.last()
        is WildcardType -> elementType(type.upperBounds.first())
        else -> Any::class.java
    }

/** A type in the user's words: `int`, `list of double`, `actor`. */
internal fun Catalogue.words(type: Type): String {
    val raw = rawClass(type)
    return when {
        raw == Int::class.javaObjectType -> "int"
        raw == Long::class.javaObjectType -> "long"
        raw == Double::class.javaObjectType -> "double"
        raw == Boolean::class.javaObjectType -> "boolean"
        raw == String::class.java -> "string"
        raw.isEnum -> "one of ${raw.enumConstants.joinToString { constantName(it as Enum<*>) }}"
        List::class.java.isAssignableFrom(raw) -> "list of ${words(elementType(type))}"
        Map::class.java.isAssignableFrom(raw) -> "${words(elementType(type))} by name"
        else -> kindWord(raw)
    }
}

/** The same, an enum by its own name instead of its constants': short enough for a table. */
internal fun Catalogue.shortWords(type: Type): String =
    rawClass(type).let { if (it.isEnum) kindWord(it) else words(type) }

/** The name of a catalogue in the user's words: `ActorSpec` is `actor`, `FitObjective` is `fit objective`. */
internal fun kindWord(kind: Class<*>): String =
    camelWords(kind.simpleName).joinToString(" ").removeSuffix(" spec").let { if (it == "env") "environment" else it }

private fun camelWords(name: String) = name.split(Regex("(?<=[a-z0-9])(?=[A-Z])")).map { it.lowercase() }
