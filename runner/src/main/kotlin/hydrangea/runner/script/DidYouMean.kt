package hydrangea.runner.script

import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name

/** `; did you mean toy/mean_flow.exp.kts?`, from the scripts beside a file that does not exist; or nothing. */
internal fun didYouMean(missing: Path): String {
    val folder = missing.toAbsolutePath().normalize().parent ?: return ""
    if (!folder.isDirectory()) return ": there is no directory ${folder.shown()}"
    if (!Files.isReadable(folder)) return ""
    val wanted = missing.name.stem()
    val nearest =
        folder
            .listDirectoryEntries("*$SCRIPT_EXTENSION")
            .sorted()
            .map { it to distance(wanted, it.name.stem()) }
            .minByOrNull { it.second } ?: return ""
    val close = nearest.second <= maxOf(1, wanted.length / 3)
    return if (close) "; did you mean ${nearest.first.shown()}?" else ""
}

private fun String.stem() = removeSuffix(SCRIPT_EXTENSION).removeSuffix(".kts").removeSuffix(".kt").lowercase()

/** The number of letters to insert, delete or replace to turn [a] into [b] (Levenshtein 1966). */
private fun distance(a: String, b: String): Int {
    var row = IntArray(b.length + 1) { it }
    for (i in a.indices) {
        val next = IntArray(b.length + 1)
        next[0] = i + 1
        for (j in b.indices) {
            val replaced = row[j] + if (a[i] == b[j]) 0 else 1
            next[j + 1] = minOf(replaced, row[j + 1] + 1, next[j] + 1)
        }
        row = next
    }
    return row[b.length]
}
