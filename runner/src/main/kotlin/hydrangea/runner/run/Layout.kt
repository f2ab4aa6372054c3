package hydrangea.runner.run

import hydrangea.runner.script.Source
import java.nio.file.Path
import java.util.Locale

/**
 * Where the copies of [sources] go: as they lie to one another, so that an import finds its file among the copies too.
 */
internal fun layout(sources: List<Source>): Map<Path, Source> {
    val paths = sources.associateBy { it.path.toAbsolutePath().normalize() }
    val root = paths.keys.map { it.parent }.reduce(::shared)
    return paths.mapKeys { (path, _) -> root.relativize(path) }
}

private fun shared(one: Path, other: Path): Path = generateSequence(one) { it.parent }.first(other::startsWith)

/** Results as lines of name and value, for people: four digits; `run.json` has all of them. */
internal fun table(results: Map<String, Any>): String {
    val width = results.keys.maxOf { it.length }
    return results.entries.joinToString("") { (name, value) -> "${name.padEnd(width)}  ${short(value)}\n" }
}

internal fun short(value: Any?): String =
    when (value) {
        is Double -> if (value % 1 == 0.0) exact(value) else "%.4g".format(Locale.ROOT, value)
        is List<*> -> value.joinToString(", ", transform = ::short)
        else -> value.toString()
    }
