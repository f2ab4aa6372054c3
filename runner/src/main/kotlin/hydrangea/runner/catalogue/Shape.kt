package hydrangea.runner.catalogue

import java.lang.reflect.AnnotatedElement
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

/** The components of a spec, and how to build it from them: a Java record, or a Kotlin class made of properties. */
internal class Shape(val components: List<Component>, private val constructor: (List<Any?>) -> Any) {
    /** A new one; what its constructor throws is thrown. */
    fun build(values: List<Any?>): Any =
        try {
            constructor(values)
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
                type.isEnum || type.name.startsWith("kotlin.") -> null
                // Kotlin reflection is slow to start: only for the classes of users' scripts, never for our records.
                type.isAnnotationPresent(Metadata::class.java) -> kotlinShape(type.kotlin)
                else -> null
            }
    }
}

private fun recordShape(type: Class<*>): Shape {
    val types = type.recordComponents.map { it.type }.toTypedArray()
    val constructor = type.getDeclaredConstructor(*types).apply { isAccessible = true }
    return Shape(type.recordComponents.map(::component)) { constructor.newInstance(*it.toTypedArray()) }
}

private fun component(component: RecordComponent): Component {
    val accessor = component.accessor.apply { isAccessible = true }
    val nullable = isNullable(component.annotatedType) || isNullable(component)
    return Component(component.name, component.genericType, nullable) { accessor.invoke(it) }
}

private fun isNullable(element: AnnotatedElement) =
    element.annotations.any { it.annotationClass.java.simpleName == "Nullable" }

/** Null where a constructor argument is not also a property: such an object cannot be rebuilt with one change. */
private fun kotlinShape(type: KClass<*>): Shape? {
    val constructor = runCatching { type.primaryConstructor }.getOrNull() ?: return null
    val components = constructor.parameters.map { component(type, it.name) ?: return null }
    constructor.isAccessible = true
    return Shape(components) { constructor.call(*it.toTypedArray()) }
}

private fun component(type: KClass<*>, name: String?): Component? {
    val property = type.memberProperties.firstOrNull { it.name == name } ?: return null
    property.isAccessible = true
    val javaType = property.javaGetter?.genericReturnType ?: property.returnType.javaType
    return Component(property.name, javaType, property.returnType.isMarkedNullable) { property.getter.call(it) }
}
