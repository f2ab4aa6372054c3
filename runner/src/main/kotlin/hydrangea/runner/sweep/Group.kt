package hydrangea.runner.sweep

import hydrangea.runner.override.Key
import hydrangea.runner.override.Origin
import hydrangea.runner.override.Override
import hydrangea.runner.override.Scanner
import hydrangea.runner.override.Sweep
import hydrangea.runner.override.SyntaxError
import hydrangea.runner.override.Value
import hydrangea.runner.override.parseOverride
import hydrangea.runner.override.parseValue
import hydrangea.runner.override.whole
import java.math.BigInteger

/**
 * A word that sweeps several keys, or seeds; its arguments are overrides, or such words again:
 * ```
 * zip(a=1,2, b=[3,4])    in step; a list is its values
 * grid(a=1,2, b=3,4)     every combination
 * seeds(5)               seed=range(5)
 * seeds(3, 5, 7)         seed=3,5,7
 * ```
 */
internal class Group(private val word: String, private val start: Int = 0, private val end: Int = word.length) {
    private val text = word.substring(start, end).trim()
    private val name = text.substringBefore('(').trim()
    private val open = word.indexOf('(', start)

    fun space(): Space =
        when (name) {
            "zip" -> Space.Zip(parts().map(::listed))
            "grid" -> Space.Grid(parts())
            else -> seeds()
        }

    private fun parts(): List<Space> = arguments().map { part(it) }

    private fun part(argument: Piece): Space {
        if (begins(argument.text)) return Group(word, argument.from, argument.to).space()
        val override = shifted(argument.from) { parseOverride(argument.text, Origin.CommandLine) }
        val value = override.value
        return Space.Axis(override, value as? Sweep ?: Sweep.Choice(value.text, listOf(value)))
    }

    /** Where a key stands for its values alone, a list is these. */
    private fun listed(part: Space): Space {
        val list = (part as? Space.Axis)?.said?.value as? Value.Sequence ?: return part
        return part.copy(values = Sweep.Choice(list.text, list.items))
    }

    private fun seeds(): Space {
        val numbers = pieces().map(::seed)
        val said = text.substringAfter('(').substringBeforeLast(')').trim()
        val count = numbers.singleOrNull() ?: return seed(Sweep.Choice(said, numbers))
        return seed(Sweep.Range("range($said)", whole(BigInteger.ZERO), count, whole(BigInteger.ONE)))
    }

    private fun seed(values: Sweep) = Space.Axis(Override(Key("seed"), values, Origin.CommandLine), values)

    private fun seed(piece: Piece): Value.Whole =
        shifted(piece.from) { parseValue(piece.text) } as? Value.Whole
            ?: throw SyntaxError("seeds(5) are five, 0 to 4; seeds(3,5,7) are these three", piece.from)

    /** A piece without a key is one more value of the key before it. */
    private fun arguments(): List<Piece> {
        val arguments = mutableListOf<Piece>()
        for (piece in pieces()) {
            val begins = begins(piece.text) || cuts(piece, '=').isNotEmpty()
            val from = if (begins) piece.from else arguments.removeLastOrNull()?.from
            arguments += Piece(from ?: throw SyntaxError("expected KEY=VALUES: $name(seed=1,2)", piece.from), piece.to)
        }
        return arguments
    }

    /** What stands between the commas. */
    private fun pieces(): List<Piece> {
        val close = start + word.substring(start, end).trimEnd().length - 1
        if (word[close] != ')') throw SyntaxError("expected ) at the end of $name(...)", close + 1)
        val borders = listOf(open) + cuts(Piece(open + 1, close), ',') + close
        return borders.zipWithNext { from, to -> Piece(from + 1, to).trimmed() }
    }

    private inner class Piece(val from: Int, val to: Int) {
        val text = word.substring(from, to)

        fun trimmed(): Piece {
            if (text.isBlank()) throw SyntaxError("expected a value", from)
            return Piece(from + text.indexOfFirst { !it.isWhitespace() }, from + text.trimEnd().length)
        }
    }

    /** Where [wanted] stands in [piece], outside of quotes and brackets. */
    private fun cuts(piece: Piece, wanted: Char): List<Int> {
        val scan = Scanner(piece.text)
        val cuts = mutableListOf<Int>()
        var depth = 0
        while (!scan.atEnd) {
            val here = checkNotNull(scan.peek())
            if (here in "\"'") shifted(piece.from) { scan.quoted() }
            else {
                if (here == wanted && depth == 0) cuts += piece.from + scan.at
                depth += if (here in "([{") 1 else if (here in ")]}") -1 else 0
                scan.next()
                if (here == '\\' && !scan.atEnd) scan.next()
            }
        }
        return cuts
    }

    companion object {
        private val BEGINNING = Regex("""\s*(zip|grid|seeds)\s*\(""")

        fun begins(word: String) = BEGINNING.matchesAt(word, 0)
    }
}

/** What [read] reads from the place [by] on. */
private inline fun <T> shifted(by: Int, read: () -> T): T =
    try {
        read()
    } catch (e: SyntaxError) {
        throw SyntaxError(e.message, by + e.position)
    }
