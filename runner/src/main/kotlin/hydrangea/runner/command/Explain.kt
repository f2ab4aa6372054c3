package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import hydrangea.runner.ExitCode
import hydrangea.runner.Project
import hydrangea.runner.override.explanation
import hydrangea.runner.override.explanationJson
import hydrangea.runner.override.read
import hydrangea.runner.override.shellDamages
import hydrangea.runner.override.spreadBraces
import hydrangea.runner.run.jsonLine

/** `hydrangea explain TEXT...`: how each override is read, whatever the script; exits with 1 if one is refused. */
class Explain : CliktCommand() {
    private val texts by overrides("TEXT", "as one types them after a script")
    private val json by option("--json", help = "one JSON object per text and line").flag()

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) = "Explains how overrides are read, and what the shell may have done to them."

    override fun run() {
        val catalogue = Project.ofThisProcess().catalogue
        val damages = shellDamages(texts) + spreadBraces(texts)
        val readings = texts.map { read(it, catalogue) }
        readings.forEachIndexed { i, reading ->
            if (json) echo(jsonLine(explanationJson(reading)))
            else echo(explanation(reading, damages.firstOrNull { i in it.words }))
        }
        if (readings.any { it.said == null }) throw ProgramResult(ExitCode.USAGE)
    }
}
