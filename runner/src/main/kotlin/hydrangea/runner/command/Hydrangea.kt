package hydrangea.runner.command

import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.NoOpCliktCommand

/** The command line itself, which does nothing without a sub-command. */
class Hydrangea : NoOpCliktCommand(name = "hydrangea") {
    override fun help(context: Context) = "Runs generative-policy experiments written as .exp.kts scripts."
}
