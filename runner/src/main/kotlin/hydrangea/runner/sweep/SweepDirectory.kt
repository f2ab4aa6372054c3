package hydrangea.runner.sweep

import hydrangea.runner.UsageError
import hydrangea.runner.run.HeldFolder
import hydrangea.runner.run.shortId
import java.io.IOException
import java.nio.file.Path
import java.time.Instant

/** The folder of a sweep, with a run directory for each of its jobs, held by the one process that works on them. */
internal class SweepDirectory private constructor(private val folder: HeldFolder) : AutoCloseable by folder {
    val path: Path = folder.path

    /** Fills the folder with what [action] makes; where that fails, nothing is left behind. */
    fun <T> fill(action: (Path) -> T): T =
        try {
            action(path)
        } catch (e: Throwable) {
            folder.discard()
            if (e is IOException) throw UsageError("cannot write the sweep: ${e.message}; choose another --out")
            throw e
        }

    companion object {
        /** A new directory `out/experiment/<time>-<id>`. */
        fun create(out: Path, experiment: String, now: Instant, suffix: String) =
            SweepDirectory(HeldFolder.create(out, experiment, now) { shortId() + suffix })

        /** The directory of a sweep that is there already. */
        fun open(path: Path) = SweepDirectory(HeldFolder.open(path.toAbsolutePath().normalize()))
    }
}
