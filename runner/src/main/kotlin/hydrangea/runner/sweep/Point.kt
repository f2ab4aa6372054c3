package hydrangea.runner.sweep

import hydrangea.models.training.Sweep.Condition
import hydrangea.runner.override.Key
import hydrangea.runner.override.Value

/** A value for each swept key, and what has to hold of them. */
internal class Point(val values: Map<Key, Value>, val conditions: List<Condition> = emptyList()) {
    operator fun plus(other: Point) = Point(values + other.values, conditions + other.conditions)

    fun under(condition: Condition) = Point(values, conditions + condition)

    /** As a single run says it. */
    val words = values.map { (key, value) -> "$key=${value.text}" }

    /** As a person reads it. */
    val texts = values.entries.associate { (key, value) -> "$key" to value.text }

    /** Equal for points that say the same, however it is written: `1e3` is `1000`. */
    val identity: Map<Key, Any> = values.mapValues { (_, value) -> identity(value) }

    companion object {
        val NOWHERE = Point(emptyMap())
    }
}

private fun identity(value: Value): Any =
    when (value) {
        is Value.Whole -> value.value.toBigDecimal().stripTrailingZeros()
        is Value.Real -> if (value.value.isFinite()) value.value.toBigDecimal().stripTrailingZeros() else value.value
        is Value.Sequence -> value.items.map(::identity)
        is Value.Truth -> value.value
        is Value.Null -> "null"
        else -> value.text
    }
