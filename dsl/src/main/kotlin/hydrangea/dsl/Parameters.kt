@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import kotlin.reflect.KProperty

/**
 * A parameter of the script, a number, text, enum, list or spec: `val targetStd by param(0.01)` is [default] unless the
 * command line says `targetStd=0.1`.
 */
inline fun <reified T : Any> param(default: T): Parameter<T> = Parameter(object : TypeOf<T>() {}, default)

/**
 * A parameter that is one of [options], by name; the first is the default: `val size by choice("small" to 64, "large"
 * to 256)`. A choice among specs also takes any other entry of their catalogue.
 */
inline fun <reified T : Any> choice(vararg options: Pair<String, T>): Parameter<T> =
    Parameter(object : TypeOf<T>() {}, options.first().second, options.toMap())

/** A declared parameter; what follows `by`. Its value is settled where it is declared, once. */
class Parameter<T : Any>(of: TypeOf<T>, val default: T, val options: Map<String, T> = emptyMap()) {
    val type: Type = of.type

    /** The script that declares it, or what else does: the class around the call. */
    val home: Class<*> = generateSequence<Class<*>>(of.javaClass) { it.enclosingClass }.last()

    operator fun provideDelegate(thisRef: Any?, property: KProperty<*>): Lazy<T> =
        lazyOf(Binding.current()?.bind(property.name, this) ?: default)
}

/** Gives the parameters of a script their values. A script that is evaluated without one takes the defaults. */
interface Binding {
    /** The value of the [parameter] of that [name]. */
    fun <T : Any> bind(name: String, parameter: Parameter<T>): T

    companion object {
        private val bindings = ThreadLocal<Binding?>()

        /** The binding of this thread, where there is one. */
        fun current(): Binding? = bindings.get()

        /** What [script] returns when its parameters take their values from [binding]. */
        fun <R> during(binding: Binding, script: () -> R): R {
            val outer = bindings.get()
            bindings.set(binding)
            return try {
                script()
            } finally {
                bindings.set(outer)
            }
        }
    }
}

/** The type `T` at run time, lists with their elements, without the start-up cost of Kotlin reflection. */
abstract class TypeOf<T> protected constructor() {
    val type: Type = (javaClass.genericSuperclass as ParameterizedType).actualTypeArguments.single()
}
