package hydrangea.runner.run

import java.nio.file.Path
import kotlin.io.path.createDirectory
import kotlin.io.path.writeText

/**
 * Makes [folder] the directory of a run that is planned and has not begun: whoever resumes it starts it, with the
 * script, the configuration and the origin of this moment.
 *
 * @param process see [Provenance.ofProcess], which takes a while and is the same for all jobs of a sweep
 */
internal fun freeze(job: Job, folder: Path, watch: Watch, process: Map<String, Any?>) {
    folder.createDirectory()
    copy(job.sources, folder.resolve(SCRIPT_FOLDER))
    folder.resolve(CONFIG).writeText(job.config)
    RunRecord(folder.resolve(RECORD), job, watch) { process }.plan()
}

/** Lets `run.json` tell how the run in [folder] ended, where its process could not. */
internal fun amend(folder: Path, status: Status, reason: String) {
    val file = folder.resolve(RECORD)
    val record = jsonObject(file).asMap() + mapOf("status" to "$status", "exitReason" to reason)
    replace(file, json(record))
}
