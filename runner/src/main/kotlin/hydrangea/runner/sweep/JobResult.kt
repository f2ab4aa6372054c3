package hydrangea.runner.sweep

import hydrangea.runner.run.Status
import java.nio.file.Path

/**
 * What became of one job of a sweep.
 *
 * @property point the swept keys with the text of their values, `seed` among them where it is swept
 * @property results as `run.json` has them: numbers, texts, lists; a number that JSON does not know is a text
 * @property metrics its `metrics.csv`, where it came to have one
 */
internal class JobResult(
    val index: Int,
    val point: Map<String, String>,
    val status: Status,
    val wallSeconds: Double?,
    results: Map<String, Any>,
    val metrics: Path,
) {
    /** The results, each list as its items: `share_0`, `share_1`, as the measures name theirs. */
    val results: Map<String, Any> = results.flatMap { (name, value) -> flat(name, value) }.toMap()

    /** The same, as if [key] had not been swept. */
    fun without(key: String) = JobResult(index, point - key, status, wallSeconds, results, metrics)
}

private fun flat(name: String, value: Any?): List<Pair<String, Any>> =
    when (value) {
        null -> emptyList()
        is List<*> -> value.flatMapIndexed { i, item -> flat("${name}_$i", item) }
        is Number -> listOf(name to value.toDouble())
        is String -> listOf(name to (NOT_JSON[value] ?: value))
        else -> listOf(name to value.toString())
    }

/** See [hydrangea.runner.run.element]. */
private val NOT_JSON =
    listOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).associateBy(Double::toString)
