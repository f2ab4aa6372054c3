package hydrangea.runner.catalogue

import hydrangea.models.training.Sweep
import java.lang.reflect.AnnotatedElement
import java.lang.reflect.Constructor
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.RecordComponent
import java.lang.reflect.Type
import kotlin.reflect.KClass
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor
import kotlin.reflect.jvm.isAccessible
import kotlin.reflect.jvm.javaGetter
import kotlin.reflect.jvm.javaType

/** A component of a spec. */
internal class Component(val name: String, val type: Type, val nullable: Boolean, val read: (Any) -> Any?)

/**
 * The components of a spec, and how to build it from them: a Java record, or a Kotlin class made of properties. A sweep
 * is left out: it is a plan over runs, and nothing to show, to change or to compare of any one of them.
 */
internal class Shape(val components: List<Component>, private val constructor: (Any, List<Any?>) -> Any) {
    /** One like [old] with these [values]; what its constructor throws is thrown. */
    fun build(old: Any, values: List<Any?>): Any =
        try {
            constructor(old, values)
        } catch (e: InvocationTargetException) {
            throw e.targetException
        }

    companion object {
        private val shapes =
            object : ClassValue<List<Shape>>() {
                override fun computeValue(type: Class<*>) = listOfNotNull(shape(type))
            }

        /** The shape of [value], or null when it is a leaf of the tree. */
        fun of(value: Any?): Shape? = value?.let { shapes.get(it.javaClass).singleOrNull() }

        private fun shape(type: Class<*>): Shape? =
            when {
                type.isRecord -> recordShape(type)
                Enum::class.java.isAssignableFrom(type) || type.name.startsWith("kotlin.") -> null
                // Kotlin reflection is slow to start: only for the classes of users' scripts, never for our records.
                type.isAnnotationPresent(Metadata::class.java) -> kotlinShape(type.kotlin)
                else -> null
            }
    }
}

private fun recordShape(type: Class<*>): Shape {
    val types = type.recordComponents.map { it.type }.toTypedArray()
    val constructor = type.getDeclaredConstructor(*types).apply { isAccessible = true }
    val components = type.recordComponents.map(::component)
    return Shape(components.filterNot(::isPlan)) { old, values ->
        val parts = values.iterator()
        constructor.newInstance(*components.map { if (isPlan(it)) it.read(old) else parts.next() }.toTypedArray())
    }
}

private fun isPlan(component: Component) = elementType(component.type) == Sweep::class.java

private fun component(component: RecordComponent): Component {
    val accessor = component.accessor.apply { isAccessible = true }
    val nullable = isNullable(component.annotatedType) || isNullable(component)
    return Component(component.name, component.genericType, nullable) { accessor.invoke(it) }
}

private fun isNullable(element: AnnotatedElement) =
    element.annotations.any { it.annotationClass.java.simpleName == "Nullable" }

/** Null where a constructor argument is not also a property: such an object cannot be rebuilt with one change. */
private fun kotlinShape(type: KClass<*>): Shape? {
    val parameters = runCatching { type.primaryConstructor }.getOrNull()?.parameters ?: return null
    val components = parameters.map { component(type, it.name) ?: return null }
    val constructors = type.java.declaredConstructors.filterNot { it.isSynthetic }
    val constructor = constructors.firstOrNull { it.parameterCount - outer(it) == components.size } ?: return null
    constructor.isAccessible = true
    return Shape(components) { old, values ->
        val script = if (outer(constructor) == 1) listOf(script(old, constructor.parameterTypes[0])) else listOf()
        constructor.newInstance(*(script + values).toTypedArray())
    }
}

/** A class that uses a value of its script carries the script, as a hidden first argument: 1, else 0. */
private fun outer(constructor: Constructor<*>) =
    if (constructor.parameterTypes.firstOrNull() == constructor.declaringClass.enclosingClass) 1 else 0

private fun script(carrier: Any, type: Class<*>): Any? =
    carrier.javaClass.declaredFields.first { it.type == type }.apply { isAccessible = true }.get(carrier)

private fun component(type: KClass<*>, name: String?): Component? {
    val property = type.memberProperties.firstOrNull { it.name == name } ?: return null
    property.isAccessible = true
    val javaType = property.javaGetter?.genericReturnType ?: property.returnType.javaType
    return Component(property.name, javaType, property.returnType.isMarkedNullable) { property.getter.call(it) }
}
