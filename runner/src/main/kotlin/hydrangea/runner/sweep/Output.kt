package hydrangea.runner.sweep

import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.readLines

/** What the process of a job said, in its run directory. */
internal const val OUTPUT = "output.log"

internal fun lastWords(directory: Path): String {
    val file = directory.resolve(OUTPUT)
    return (if (file.exists()) file.readLines() else emptyList()).lastOrNull { it.isNotBlank() } ?: "it said nothing"
}
