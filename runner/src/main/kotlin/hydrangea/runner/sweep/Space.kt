package hydrangea.runner.sweep

import hydrangea.models.training.Sweep.Condition
import hydrangea.runner.override.Key
import hydrangea.runner.override.Override
import hydrangea.runner.override.Sweep

/** What is swept, before it is known which values these are. */
internal sealed interface Space {
    /** The swept keys, in their order. */
    val keys: List<Key>

    /** Without these keys; null where nothing is left. */
    fun without(dropped: Collection<Key>): Space?

    /** The values of one override. */
    data class Axis(val said: Override, val values: Sweep) : Space {
        val key = said.key

        override val keys = listOf(key)

        override fun without(dropped: Collection<Key>) = takeIf { key !in dropped }
    }

    /** The parts in step. */
    data class Zip(val parts: List<Space>) : Space {
        override val keys = parts.flatMap { it.keys }

        override fun without(dropped: Collection<Key>) = some(parts, dropped)?.let(::Zip)
    }

    /** Every combination of the parts; the last changes fastest. */
    data class Grid(val parts: List<Space>) : Space {
        override val keys = parts.flatMap { it.keys }

        override fun without(dropped: Collection<Key>) = some(parts, dropped)?.let(::Grid)
    }

    /** One grid after the other. */
    data class Union(val parts: List<Space>) : Space {
        override val keys = parts.flatMap { it.keys }.distinct()

        override fun without(dropped: Collection<Key>) = some(parts, dropped)?.let(::Union)
    }

    /** Those of [of] that fulfil [condition]. */
    data class Filtered(val of: Space, val condition: Condition) : Space {
        override val keys = of.keys

        override fun without(dropped: Collection<Key>) = of.without(dropped)?.let { Filtered(it, condition) }
    }
}

private fun some(parts: List<Space>, dropped: Collection<Key>) =
    parts.mapNotNull { it.without(dropped) }.ifEmpty { null }

/**
 * What words say together, or the parts of a sweep in a script: all are multiplied, but grids are alternatives, and
 * stand where the first of them stands.
 */
internal fun together(parts: List<Space>): Space {
    val grids = parts.filter(::isGrid)
    val union = if (grids.size > 1) Space.Union(grids) else grids.singleOrNull()
    return Space.Grid(parts.mapNotNull { if (it === grids.firstOrNull()) union else it.takeUnless(::isGrid) })
}

private fun isGrid(space: Space): Boolean = space is Space.Grid || space is Space.Filtered && isGrid(space.of)

/** The keys that a job would say twice. */
internal fun Space.repeated(): Set<Key> =
    when (this) {
        is Space.Axis -> emptySet()
        is Space.Zip -> repeated(parts)
        is Space.Grid -> repeated(parts)
        is Space.Union -> parts.flatMap { it.repeated() }.toSet()
        is Space.Filtered -> of.repeated()
    }

private fun repeated(parts: List<Space>): Set<Key> {
    val keys = parts.flatMap { it.keys.distinct() }
    return keys.filter { key -> keys.count { it == key } > 1 }.toSet() + parts.flatMap { it.repeated() }
}
