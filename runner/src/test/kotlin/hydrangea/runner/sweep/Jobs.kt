package hydrangea.runner.sweep

import hydrangea.runner.run.MetricsCsv
import hydrangea.runner.run.Status
import java.nio.file.Path
import kotlin.io.path.Path

internal val NOWHERE = Path("no such folder/metrics.csv")

/** A job at the point that `actor=flow seed=1` says. */
internal fun job(
    index: Int,
    point: String,
    results: Map<String, Any> = emptyMap(),
    status: Status = Status.FINISHED,
    seconds: Double? = 10.0,
    metrics: Path = NOWHERE,
) =
    JobResult(
        index,
        point.split(" ").filter { it.isNotEmpty() }.associate { it.substringBefore('=') to it.substringAfter('=') },
        status,
        seconds,
        results,
        metrics,
    )

/** A `metrics.csv` with [value] of every metric at the steps, in one phase. */
internal fun metrics(
    folder: Path,
    name: String,
    steps: Iterable<Int>,
    vararg metrics: String,
    phase: String = "fit",
    value: (Int) -> Double,
): Path =
    folder.resolve("$name.csv").also { file ->
        MetricsCsv(file).use { csv ->
            for (step in steps) csv.row(phase, step.toLong(), metrics.associateWith { value(step) }, 0.0, 0.0)
        }
    }
