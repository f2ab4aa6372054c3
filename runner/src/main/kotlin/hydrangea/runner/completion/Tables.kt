package hydrangea.runner.completion

import com.github.ajalt.clikt.core.BaseCliktCommand
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.doc.Docs
import hydrangea.runner.doc.ownSource
import hydrangea.runner.run.replace
import java.nio.file.Path
import kotlin.io.path.createDirectories

/** Leaves in [folder] what shells have to know without a script: the commands, and what can be put into a script. */
internal fun writeTables(folder: Path, commands: BaseCliktCommand<*>, catalogue: Catalogue) {
    folder.createDirectories()
    replace(folder.resolve("commands"), commandTree(commands))
    val rows = Rows(catalogue, Docs(::ownSource)).ofCatalogue()
    replace(folder.resolve("catalogue"), rows.joinToString("") { it.line() })
}
