package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import hydrangea.runner.Project
import hydrangea.runner.catalogue.table

/** `hydrangea settings`: what flags have for defaults on this machine. */
class ShowSettings : CliktCommand(name = "settings") {
    override fun help(context: Context) =
        "Shows the settings of this machine, and where they come from: hydrangea.yaml, or variables as HYDRANGEA_THREADS."

    override fun run() =
        echo(
            table(listOf("setting", "value", "origin"), Project.ofThisProcess().settings.rows()),
            trailingNewline = false,
        )
}
