package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import hydrangea.runner.Project

/** `hydrangea show SCRIPT [KEY=VALUE ...]`: every parameter, where its value comes from; trains nothing. */
class Show : CliktCommand() {
    private val script by argument(help = SCRIPT_HELP)
    private val overrides by overrides()
    private val configs by configs()

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) = "Shows every parameter of an experiment: key, type, value, origin."

    override fun run() {
        val resolved = Project.ofThisProcess().load(script, overrides, configs).resolved
        resolved.warnings.forEach { echo(it, err = true) }
        echo(resolved.table(), trailingNewline = false)
    }
}
