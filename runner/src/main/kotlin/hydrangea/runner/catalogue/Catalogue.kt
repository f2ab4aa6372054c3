package hydrangea.runner.catalogue

import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.lang.reflect.Type

/**
 * All that can be named on the command line: the functions of the DSL's [facade] that return a spec.
 *
 * @param abilities what an entry can do or asks for, from the type that its function returns and from what it builds
 */
class Catalogue(
    internal val facade: Class<*>,
    internal val abilities: (Type, Any?) -> Abilities = { _, _ -> Abilities() },
) {
    private val words by lazy { facade.methods.filter(::isWord).groupBy { it.name } }

    /** The entries of all catalogues, by name. */
    internal val entries: List<Entry> by lazy {
        words.values
            .flatten()
            .filter { it.returnType.isRecord || catalogues(it.returnType).isNotEmpty() }
            .sortedWith(compareBy({ it.name }, { -it.parameterCount }, { !it.isVarArgs }))
            .map { Entry(it) }
    }

    /** What a component of that [type] can be. */
    internal fun entries(type: Class<*>): List<Entry> =
        entries.filter { type != Any::class.java && type.isAssignableFrom(it.returns) }

    /** The names of those that are a [type] and have a parameter of that [name]. */
    internal fun having(name: String, type: Class<*>): List<String> =
        entries(type).filter { entry -> entry.parameters.any { it.name == name } }.map { it.name }.distinct()

    /** The name by which the DSL builds [spec], or that of its class where it is the user's own. */
    internal fun nameOf(spec: Any): String {
        val subject = subject(spec.javaClass)
        val names = listOf(subject.simpleName) + suffixes(spec.javaClass).map(subject.simpleName::removeSuffix)
        return names.map(::decapitalised).firstOrNull { name -> builds(name, spec) } ?: subject.simpleName
    }

    /** The name of an enum's constant: the DSL's, or its own, in the manner of Kotlin. */
    internal fun constantName(constant: Enum<*>): String =
        constants(constant.declaringJavaClass)[constant] ?: constant.camel()

    private fun builds(name: String, spec: Any) = words[name].orEmpty().any { it.returnType.isInstance(spec) }

    /** `val gelu = Activation.GELU` in the DSL is a static `getGelu()`. */
    private fun constants(type: Class<*>): Map<Any, String> =
        facade.methods
            .filter { Modifier.isStatic(it.modifiers) && it.parameterCount == 0 && it.name.startsWith("get") }
            .filter { it.returnType == type }
            .sortedBy { it.name }
            .associate { it.invoke(null) to decapitalised(it.name.removePrefix("get")) }

    private fun isWord(method: Method) =
        Modifier.isStatic(method.modifiers) && !method.isSynthetic && !method.name.contains('$')
}

/** A spec is nested in the class that it builds, or stands alone, or in its catalogue. */
private fun subject(spec: Class<*>): Class<*> = spec.enclosingClass?.takeIf { spec.simpleName == "Spec" } ?: spec

/** What a class of a catalogue may have at the end of its name beyond the DSL's word: `GaussianActor` is `gaussian`. */
private fun suffixes(spec: Class<*>): List<String> =
    catalogues(spec).map { it.simpleName.removeSuffix("Spec").replace(Regex("^.*[a-z0-9](?=[A-Z])"), "") }

/** The catalogues that a type belongs to. */
internal fun catalogues(type: Class<*>): List<Class<*>> =
    (listOf(type) + type.interfaces.flatMap(::catalogues)).filter { it.isInterface && it.isSealed }.distinct()

private fun decapitalised(name: String) = name.replaceFirstChar(Char::lowercase)

private fun Enum<*>.camel() =
    name.lowercase().split('_').withIndex().joinToString("") { (i, word) ->
        if (i == 0) word else word.replaceFirstChar(Char::uppercase)
    }
