package hydrangea.runner.run

import java.nio.file.Path
import java.time.Instant

/** What is in a run directory. */
internal const val RECORD = "run.json"
internal const val CONFIG = "config.yaml"
internal const val SCRIPT_FOLDER = "script"
internal const val CHECKPOINTS = "checkpoint"
internal const val STATUS = "status.json"

/** The folder of one run, held by one process at a time. */
class RunDirectory private constructor(private val folder: HeldFolder) : AutoCloseable by folder {
    val path: Path = folder.path
    val record: Path = path.resolve(RECORD)
    val status: Path = path.resolve(STATUS)
    val config: Path = path.resolve(CONFIG)
    val script: Path = path.resolve(SCRIPT_FOLDER)
    val metrics: Path = path.resolve("metrics.csv")
    val plots: Path = path.resolve("plots")
    val clips: Path = path.resolve("clips")
    internal val checkpoints = Checkpoints(path.resolve(CHECKPOINTS))
    val reserve: Path = path.resolve(".reserve")
    val log: Path = path.resolve("run.log")

    /** Removes the directory, and the parents that were made for it: nothing ran here. */
    fun discard() = folder.discard()

    companion object {
        /** A new directory `out/name/<time>-<id>`: never one that was there before. */
        fun create(out: Path, name: String, now: Instant, id: () -> String = ::shortId): RunDirectory =
            RunDirectory(HeldFolder.create(out, name, now, id))

        /** An existing run directory, to go on in it. */
        fun open(path: Path): RunDirectory = RunDirectory(HeldFolder.open(runDirectoryAt(path)))
    }
}
