package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.types.choice
import hydrangea.runner.Project
import kotlin.io.path.readText

/** `hydrangea completion SHELL`: what makes that shell complete our words; the launcher answers before us. */
class Completion : CliktCommand() {
    private val shell by argument("SHELL", help = "bash, zsh or fish").choice("bash", "zsh", "fish")

    override fun help(context: Context) =
        "Prints a script for a shell to source, which then completes commands, flags, scripts, keys and values."

    override fun run() {
        val script = Project.ofThisProcess().home.resolve("completion/hydrangea.$shell")
        echo(script.readText(), trailingNewline = false)
    }
}
