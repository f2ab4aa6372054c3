package hydrangea.runner.script

import hydrangea.runner.catalogue.nearest
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
    val scripts = folder.listDirectoryEntries("*$SCRIPT_EXTENSION").sorted().associateBy { it.name.stem() }
    val near = nearest(missing.name.stem(), scripts.keys) ?: return ""
    return "; did you mean ${scripts.getValue(near).shown()}?"
}

private fun String.stem() = removeSuffix(SCRIPT_EXTENSION).removeSuffix(".kts").removeSuffix(".kt")
