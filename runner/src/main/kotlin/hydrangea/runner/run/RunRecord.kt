package hydrangea.runner.run

import java.nio.file.Path
import kotlin.io.path.writeText

/**
 * `run.json`: what ran, where it comes from and how it ended; written at the start and at the end. What is at its top
 * was there when the run began; each time it was resumed has an entry of its own under `resumed`.
 */
internal class RunRecord(
    private val file: Path,
    private val job: Job,
    private val watch: Watch,
    private val process: () -> Map<String, Any?> = { Provenance.ofProcess(job.script.path) },
) {
    private val about = job.resumed?.let(::resumed) ?: begun()

    private fun begun(): Map<String, Any?> {
        val copies = layout(job.sources).entries.associate { (copy, source) -> source to "$SCRIPT_FOLDER/$copy" }
        return mapOf(
            "experiment" to job.name,
            "name" to job.label.name,
            "tags" to job.label.tags,
            "script" to Provenance.of(job.script) + ("copy" to copies.getValue(job.script)),
            "imports" to job.imports.map { Provenance.of(it) + ("copy" to copies.getValue(it)) },
            "rerunOf" to job.rerunOf?.toString(),
            "seed" to job.seed,
            "threads" to job.threads,
            "started" to "${watch.now()}",
        ) + process()
    }

    private fun resumed(resumed: Resumed): Map<String, Any?> {
        val before = resumed.record.getAsJsonArray("resumed")?.toList().orEmpty()
        val about = resumed.record.asMap() - END - "status"
        val entry = resumed.entry ?: return about + mapOf("started" to "${watch.now()}") + Provenance.here()
        return about + mapOf("seed" to job.seed, "resumed" to before + listOf(mapOf("at" to "${watch.now()}") + entry))
    }

    /** Before its start: it is planned, and may begin in another process. */
    fun plan() = file.writeText(json(mapOf("status" to "${Status.PENDING}") + about))

    fun begin() = replace(file, json(mapOf("status" to "${Status.RUNNING}") + about))

    /**
     * @param meter over all times that the run was resumed: `wallSeconds` from the first to the last moment, measuring
     *   and drawing included; `updatesPerSecond` while training, what it measures on the way included
     */
    fun end(outcome: Outcome, meter: Meter, results: Map<String, Any>) {
        val end =
            listOf(
                "${watch.now()}",
                meter.seconds(),
                meter.updates,
                meter.overall(),
                results,
                outcome.exitCode,
                outcome.reason,
            )
        replace(file, json(mapOf("status" to "${outcome.status}") + about + END.zip(end)))
    }

    private companion object {
        val END = listOf("ended", "wallSeconds", "updates", "updatesPerSecond", "results", "exitCode", "exitReason")
    }
}
