package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import hydrangea.runner.ExitCode

/** The command line itself; its sub-commands leave the exit code here. */
class Hydrangea : CliktCommand(name = "hydrangea") {
    var outcome = ExitCode.SUCCESS

    override fun help(context: Context) = "Runs generative-policy experiments written as .exp.kts scripts."

    override fun run() {
        currentContext.obj = this
    }
}
