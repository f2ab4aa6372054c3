package hydrangea.runner.sweep

import hydrangea.runner.UsageError

/** All points of a space, in Hydra's order: the last axis changes fastest. */
internal class Enumeration(private val values: AxisValues) {
    /** The points, made as they are asked for; a [UsageError] where they are too many or parts do not go in step. */
    fun points(space: Space): Sequence<Point> {
        val size = size(space)
        if (size > MOST) throw UsageError("that makes $size jobs, and no sweep may have more than $MOST")
        return sequence(space)
    }

    fun size(space: Space): Long =
        when (space) {
            is Space.Axis -> values.of(space).size.toLong()
            is Space.Zip -> inStep(space)
            is Space.Grid -> space.parts.fold(1L) { product, part -> (product * size(part)).coerceAtMost(COUNTLESS) }
            is Space.Union -> space.parts.sumOf(::size)
            is Space.Filtered -> size(space.of)
        }

    private fun inStep(zip: Space.Zip): Long {
        val sizes = zip.parts.map { it to size(it) }
        if (sizes.distinctBy { it.second }.size == 1) return sizes.first().second
        val told = sizes.joinToString { (part, size) -> "${part.keys.joinToString("+")} has $size" }
        throw UsageError("zip(...) goes in step, so all need as many values: $told")
    }

    private fun sequence(space: Space): Sequence<Point> =
        when (space) {
            is Space.Axis -> values.of(space).asSequence().map { Point(listOf(space.said.copy(value = it))) }
            is Space.Zip -> space.parts.map(::sequence).reduce { all, part -> all.zip(part, Point::plus) }
            is Space.Grid ->
                space.parts.fold(sequenceOf(Point.NOWHERE)) { all, part ->
                    all.flatMap { one -> sequence(part).map { one + it } }
                }
            is Space.Union -> space.parts.asSequence().flatMap(::sequence)
            is Space.Filtered -> sequence(space.of).map { it.under(space.condition) }
        }

    private companion object {
        const val MOST = 100_000L
        const val COUNTLESS = 1_000_000_000L
    }
}
