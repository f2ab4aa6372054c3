package hydrangea.runner.plot

import hydrangea.models.Matrix
import hydrangea.models.figure.Bounds
import kotlin.math.abs
import kotlin.math.ln

/**
 * The lines where [values], given on a regular grid over [window], equal [level]: marching squares, with the crossings
 * joined to as few polylines as possible.
 *
 * A crossing is placed by a parabola through the values or through their logarithms, whichever they follow more
 * closely: the logarithm of a Gaussian is a parabola, so that narrow peaks stay round on a coarse grid.
 */
internal fun isolines(values: Matrix, window: Bounds.Window, level: Double): List<Polyline> =
    Grid(values, window, level).run { links().chains().map(::polyline) }

/** Names an edge of the grid: that from a node to its right is even, that to the one above is odd. */
private typealias Edge = Int

private class Grid(val values: Matrix, val window: Bounds.Window, val level: Double) {
    private fun node(row: Int, column: Int) = row * values.columns + column

    fun links(): Links {
        val links = Links()
        for (row in 0 until values.rows - 1) for (column in 0 until values.columns - 1) {
            cross(row, column, links)
        }
        return links
    }

    /** Joins the crossings on the four edges of one cell. */
    private fun cross(row: Int, column: Int, links: Links) {
        val corners =
            doubleArrayOf(
                values.at(row, column),
                values.at(row, column + 1),
                values.at(row + 1, column + 1),
                values.at(row + 1, column),
            )
        val above = corners.count { it > level }
        if (above == 0 || above == 4 || corners.any { it.isNaN() }) return
        val edges =
            intArrayOf(
                2 * node(row, column),
                2 * node(row, column + 1) + 1,
                2 * node(row + 1, column),
                2 * node(row, column) + 1,
            )
        val crossed = (0..3).filter { corners[it] > level != corners[(it + 1) % 4] > level }
        if (crossed.size == 2) return links.join(edges[crossed[0]], edges[crossed[1]])
        // A saddle: the centre says which pair of opposite corners hangs together.
        val shift = if (corners[0] > level == corners.average() > level) 0 else 3
        links.join(edges[shift % 4], edges[(shift + 1) % 4])
        links.join(edges[(shift + 2) % 4], edges[(shift + 3) % 4])
    }

    fun polyline(edges: List<Edge>): Polyline {
        val points = edges.map(::crossing)
        return Polyline(DoubleArray(points.size) { points[it].first }, DoubleArray(points.size) { points[it].second })
    }

    private fun crossing(edge: Edge): Pair<Double, Double> {
        val row = edge / 2 / values.columns
        val column = edge / 2 % values.columns
        val up = edge % 2
        val right = 1 - up
        val share = share((-1..2).map { value(row + it * up, column + it * right) })
        val x = (column + share * right) / (values.columns - 1)
        val y = (row + share * up) / (values.rows - 1)
        return Pair(window.xFrom + x * (window.xTo - window.xFrom), window.yFrom + y * (window.yTo - window.yFrom))
    }

    private fun value(row: Int, column: Int) =
        if (row in 0 until values.rows && column in 0 until values.columns) values.at(row, column) else Double.NaN

    /** Where between the second and the third of four values in a row the level lies. */
    private fun share(line: List<Double>): Double {
        val logs = line.map(::ln)
        return if (level > 0 && roughness(logs) < roughness(line)) share(logs, ln(level)) else share(line, level)
    }

    /** How far four values are from lying on a parabola: their third difference, against their step. */
    private fun roughness(p: List<Double>) = abs(p[3] - 3 * p[2] + 3 * p[1] - p[0]) / abs(p[2] - p[1])

    /** Where the parabola nearest to the four values reaches [wanted]: Newton's steps from the straight line. */
    private fun share(line: List<Double>, wanted: Double): Double {
        val (before, from, to, after) = line
        val bend = ((before - from - to + after) / 4).takeIf { it.isFinite() } ?: 0.0
        val straight = (wanted - from) / (to - from)
        val bent =
            (1..3).fold(straight) { s, _ ->
                s - (from + s * (to - from) - bend * s * (1 - s) - wanted) / (to - from - bend * (1 - 2 * s))
            }
        return if (bent in 0.0..1.0) bent else straight
    }
}

/** Which crossings are neighbours; each has at most two. */
private class Links {
    private val neighbours = LinkedHashMap<Edge, MutableList<Edge>>()

    fun join(one: Edge, other: Edge) {
        neighbours.getOrPut(one) { ArrayList(2) } += other
        neighbours.getOrPut(other) { ArrayList(2) } += one
    }

    /** Takes the links apart into lines: first those that begin at the border, then the closed ones. */
    fun chains(): List<List<Edge>> {
        val borders = neighbours.filterValues { it.size == 1 }.keys.toList()
        return (borders + neighbours.keys.toList()).mapNotNull(::chain)
    }

    private fun chain(start: Edge): List<Edge>? {
        if (neighbours[start].isNullOrEmpty()) return null
        val line = mutableListOf(start)
        while (true) {
            val next = neighbours.getValue(line.last()).removeLastOrNull() ?: return line
            neighbours.getValue(next).remove(line.last())
            line += next
        }
    }
}
