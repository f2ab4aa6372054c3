package hydrangea.runner.catalogue

import kotlin.math.min

/** The name among [names] that was probably meant by [wrong], as a whole or as its beginning, if one is near. */
internal fun nearest(wrong: String, names: Collection<String>): String? {
    val word = wrong.lowercase()
    val order = compareBy<String>({ nearness(word, it.lowercase()) }, { distance(word, it.lowercase()) })
    return names.minWithOrNull(order)?.takeIf { nearness(word, it.lowercase()) <= maxOf(1, word.length / 3) }
}

/** `; did you mean NAME?` or nothing. */
internal fun didYouMean(wrong: String, names: Collection<String>): String =
    nearest(wrong, names)?.let { "; did you mean $it?" } ?: ""

private fun nearness(word: String, name: String): Int {
    val beginnings = if (word.length < 3) emptyList() else (word.length - 1..word.length + 1).map(name::take)
    return (beginnings + name).minOf { distance(word, it) }
}

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
