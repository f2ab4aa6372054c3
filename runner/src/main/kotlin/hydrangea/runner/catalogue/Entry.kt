package hydrangea.runner.catalogue

import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.lang.reflect.Type
import kotlin.reflect.KParameter
import kotlin.reflect.jvm.javaType
import kotlin.reflect.jvm.kotlinFunction

/** An entry of the catalogue: a function of the DSL. Kotlin reflection, slow to start, waits until one is called. */
internal class Entry(private val method: Method) {
    val name: String = method.name

    val returns: Class<*> = method.returnType

    val genericReturns: Type = method.genericReturnType

    /** The outermost catalogue that it belongs to. */
    val kind: Class<*> = catalogues(returns).lastOrNull() ?: returns

    private val function by lazy { checkNotNull(method.kotlinFunction) { "$method is no Kotlin function" } }

    val parameters: List<EntryParameter> by lazy { function.parameters.map(::EntryParameter) }

    /** The spec with these [arguments] and the defaults of the others; what the function throws is thrown. */
    fun build(arguments: Map<EntryParameter, Any?>): Any =
        try {
            checkNotNull(function.callBy(arguments.mapKeys { it.key.parameter })) { "$name() is null" }
        } catch (e: InvocationTargetException) {
            throw e.targetException
        }
}

internal class EntryParameter(val parameter: KParameter) {
    val name: String = parameter.name ?: "this"

    val type: Type = parameter.type.javaType

    val nullable: Boolean = parameter.type.isMarkedNullable

    val required: Boolean = !parameter.isOptional && !parameter.isVararg
}
