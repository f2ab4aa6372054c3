package hydrangea.runner.override

import hydrangea.runner.catalogue.Component
import hydrangea.runner.catalogue.Shape

/** A spec with its shape. */
internal class Spec(val value: Any, val shape: Shape) {
    /** The spec with these changes; what its constructor throws is thrown. */
    fun with(changes: List<Change>): Any {
        val new = changes.associate { it.component to it.value }
        return shape.build(value, shape.components.map { if (it in new) new[it] else it.read(value) })
    }

    /** Why it refuses these changes, or null. */
    fun refusal(changes: List<Change>): String? =
        try {
            with(changes)
            null
        } catch (e: RuntimeException) {
            reason(e)
        }
}

/** A new value for a component, as [overrides] said it. */
internal class Change(val component: Component, val value: Any?, val overrides: List<Override>)

/**
 * The changes that [spec] takes together. The others are [refused], by their reasons: a reason is blamed on the one
 * change that alone gives the same, else on those without which it is another.
 */
internal fun accepted(spec: Spec, changes: List<Change>, refused: (List<Change>, String) -> Unit): List<Change> {
    val reason = if (changes.isEmpty()) return changes else spec.refusal(changes) ?: return changes
    val alone = changes.filter { spec.refusal(listOf(it)) == reason }.take(1)
    val needed = alone.ifEmpty { changes.filter { spec.refusal(changes - it) != reason } }
    val blamed = needed.ifEmpty { changes }
    refused(blamed, reason)
    return accepted(spec, changes - blamed.toSet(), refused)
}
