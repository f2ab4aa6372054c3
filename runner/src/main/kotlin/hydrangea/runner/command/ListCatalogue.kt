package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import hydrangea.runner.Project
import hydrangea.runner.catalogue.listing

/** `hydrangea list`: all that a script or an override can name. */
class ListCatalogue : CliktCommand(name = "list") {
    override fun help(context: Context) = "Lists the scripts, and the catalogue of what they are made of."

    override fun run() {
        val project = Project.ofThisProcess()
        echo("scripts")
        project.scripts().forEach { echo("  $it") }
        echo()
        echo(project.catalogue.listing(), trailingNewline = false)
    }
}
