package hydrangea.runner.sweep

import hydrangea.models.training.Sweep.Condition
import hydrangea.runner.override.Override
import hydrangea.runner.override.Value

/** What a job says in its own way, and what has to hold of it. */
internal class Point(val said: List<Override>, val conditions: List<Condition> = emptyList()) {
    operator fun plus(other: Point) = Point(said + other.said, conditions + other.conditions)

    fun under(condition: Condition) = Point(said, conditions + condition)

    /** As a single run says it. */
    val words
        get() = said.map { it.said }

    /** The swept keys with their values, as a person reads them. */
    val texts
        get() = said.associate { "${it.key}" to it.value.text }

    /** Equal for points that say the same, however it is written: `1e3` is `1000`. */
    val identity: List<Any>
        get() = said.map { listOf(it.verb, it.key, identity(it.value)) }.sortedBy { "${it[1]}" }

    companion object {
        val NOWHERE = Point(emptyList())
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
