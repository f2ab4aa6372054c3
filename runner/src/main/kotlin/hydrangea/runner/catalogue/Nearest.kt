package hydrangea.runner.catalogue

import kotlin.math.min

/** The name among [names] that was probably meant by [wrong], if one is near. */
internal fun nearest(wrong: String, names: Collection<String>): String? {
    val word = wrong.lowercase()
    val (name, distance) = names.map { it to nearness(word, it.lowercase()) }.minByOrNull { it.second } ?: return null
    return name.takeIf { distance <= maxOf(1, word.length / 3) }
}

/** `; did you mean NAME?` or nothing. */
internal fun didYouMean(wrong: String, names: Collection<String>): String =
    nearest(wrong, names)?.let { "; did you mean $it?" } ?: ""

private fun nearness(word: String, name: String): Int =
    if (word.length >= 3 && name.startsWith(word)) min(1, name.length - word.length) else distance(word, name)

/** Letters to insert, delete, replace or swap with their neighbour to turn [a] into [b] (Damerau 1964). */
internal fun distance(a: String, b: String): Int {
    val d = Array(a.length + 1) { i -> IntArray(b.length + 1) { j -> if (i == 0) j else if (j == 0) i else 0 } }
    for (i in 1..a.length) for (j in 1..b.length) {
        val replaced = d[i - 1][j - 1] + if (a[i - 1] == b[j - 1]) 0 else 1
        d[i][j] = minOf(d[i - 1][j] + 1, d[i][j - 1] + 1, replaced)
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
            d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
        }
    }
    return d[a.length][b.length]
}
