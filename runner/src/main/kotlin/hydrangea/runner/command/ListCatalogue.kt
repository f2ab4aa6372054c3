package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import hydrangea.runner.Project
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.NamedEntry
import hydrangea.runner.catalogue.aligned
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.run.json

/** `hydrangea list [KIND]`: all that a script or an override can name. */
class ListCatalogue : CliktCommand(name = "list") {
    private val words by
        argument("KIND", help = "actors, objectives, targets, ...: with parameters and defaults").multiple()
    private val json by option("--json", help = "an array of objects").flag()

    override fun help(context: Context) = "Lists the scripts, and the catalogue of what they are made of."

    private val project by lazy { Project.ofThisProcess() }
    private val listing by lazy { project.listing() }

    override fun run() {
        val said = words.joinToString(" ")
        when {
            said.isEmpty() || said == SCRIPTS || said == "script" -> names(said.isEmpty())
            else -> entries(listing.kinds(said).ifEmpty { throw UsageError(unknown(said)) })
        }
    }

    private fun names(all: Boolean) {
        val scripts = mapOf(SCRIPTS to project.scripts().map { NamedEntry(it, null, project.about(it)) })
        val kinds = if (all) scripts + listing.names() else scripts
        if (json) return echo(json(kinds.flatMap { (kind, names) -> names.map { it.fields(kind) } }), false)
        kinds.forEach { (kind, names) ->
            echo(kind)
            aligned(names.map { listOf("  ${it.head}", it.doc) }, terminal.width()).forEach { echo(it) }
            if (all) echo()
        }
        if (all) echo("for parameters and defaults, say: ./hydrangea list KIND, such as actors")
    }

    private fun entries(kinds: List<String>) {
        val entries = kinds.associateWith(listing::entries)
        if (json) return echo(json(entries.flatMap { (kind, all) -> all.map { it.fields(kind) } }), false)
        entries.forEach { (kind, all) ->
            echo(kind)
            all.forEach { echo(it.text(terminal.width()), false) }
        }
    }

    private fun unknown(said: String): String {
        val kinds = listOf(SCRIPTS) + listing.kinds
        val near = didYouMean(said, kinds + kinds.map { it.substringAfterLast(' ') })
        return "there is nothing called $said to list" + near.ifEmpty { "; there are ${kinds.joinToString()}" }
    }

    private companion object {
        const val SCRIPTS = "scripts"
    }
}
