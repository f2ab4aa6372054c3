package hydrangea.runner.completion

import com.github.ajalt.clikt.core.BaseCliktCommand
import hydrangea.runner.Project
import hydrangea.runner.catalogue.Listing
import hydrangea.runner.doc.Docs
import hydrangea.runner.doc.ownSource
import hydrangea.runner.run.replace
import kotlin.io.path.createDirectories

/**
 * Leaves where shells look what they have to know without a script: the commands, and what can be put into a script.
 */
internal fun Project.writeTables(commands: BaseCliktCommand<*>) {
    val folder = home.resolve("target/completion").createDirectories()
    replace(folder.resolve("commands"), CommandTree(commands, words(listing())).table())
    val rows = Rows(catalogue, Docs(::ownSource)).ofCatalogue()
    replace(folder.resolve("catalogue"), rows.joinToString("") { it.line() })
}

/** Each kind in one word, the shortest that is understood: `actors`, `objectives`. */
private fun words(listing: Listing): List<String> =
    listOf("scripts") +
        listing.kinds
            .flatMap { kind ->
                val last = kind.substringAfterLast(' ')
                val own = kind.replace(BLANK) { it.groupValues[1].uppercase() }
                if (listing.kinds(last) == listOf(kind)) listOf(last) else listOf(last, own)
            }
            .distinct()

private val BLANK = Regex(" (.)")
