package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import hydrangea.runner.Project

/** `hydrangea check SCRIPT [KEY=VALUE ...]`: builds everything and makes one update, in memory. */
class Check : CliktCommand() {
    private val script by argument(help = SCRIPT_HELP)
    private val overrides by argument("KEY=VALUE", help = OVERRIDES_HELP).multiple()
    private val configs by configs()

    override fun help(context: Context) = "Checks an experiment, and the laws that a user's own parts must obey."

    override fun run() {
        val loaded = Project.ofThisProcess().load(script, overrides, configs)
        echo("${loaded.name}: compiles and is valid")
    }
}
