package hydrangea.runner.run

import java.nio.file.Path

/** `run.json`: what ran, where it comes from and how it ended; written at the start and at the end. */
internal class RunRecord(private val file: Path, job: Job, private val watch: Watch) {
    private val about =
        mapOf(
            "name" to job.name,
            "script" to Provenance.of(job.script),
            "imports" to job.imports.map(Provenance::of),
            "git" to Provenance.git(job.script.path.toAbsolutePath().parent),
            "versions" to Provenance.versions,
            "seed" to job.seed,
            "threads" to job.threads,
            "host" to Provenance.host,
            "pid" to ProcessHandle.current().pid(),
            "started" to "${watch.now()}",
        )

    fun begin() = replace(file, json(mapOf("status" to "${Status.RUNNING}") + about))

    /**
     * @param wallSeconds from the first to the last moment, measuring and drawing included
     * @param updatesPerSecond while training, what it measures on the way included
     */
    fun end(outcome: Outcome, wallSeconds: Double, updates: Long, updatesPerSecond: Double, results: Map<String, Any>) {
        val end =
            mapOf(
                "ended" to "${watch.now()}",
                "wallSeconds" to wallSeconds,
                "updates" to updates,
                "updatesPerSecond" to updatesPerSecond,
                "results" to results,
                "exitCode" to outcome.exitCode,
                "exitReason" to outcome.reason,
            )
        replace(file, json(mapOf("status" to "${outcome.status}") + about + end))
    }
}
