package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import hydrangea.runner.ExitCode
import hydrangea.runner.Project
import hydrangea.runner.UsageError
import hydrangea.runner.override.Reading
import hydrangea.runner.override.ShellDamage
import hydrangea.runner.override.SyntaxError
import hydrangea.runner.override.explanation
import hydrangea.runner.override.explanationJson
import hydrangea.runner.override.read
import hydrangea.runner.override.shellDamages
import hydrangea.runner.override.spoken
import hydrangea.runner.override.spreadBraces
import hydrangea.runner.run.jsonLine
import hydrangea.runner.sweep.Group
import hydrangea.runner.sweep.explanation

/** `hydrangea explain TEXT...`: how each override is read, whatever the script; exits with 1 if one is refused. */
class Explain : CliktCommand() {
    private val texts by overrides("TEXT", "as one types them after a script")
    private val json by option("--json", help = "one JSON object per text and line").flag()

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) = "Explains how overrides are read, and what the shell may have done to them."

    private val catalogue by lazy { Project.ofThisProcess().catalogue }

    override fun run() {
        val problems = mutableListOf<String>()
        val typed = texts.filterNot { it.startsWith("@") }
        val damages = shellDamages(typed) + spreadBraces(typed)
        val taken =
            texts.flatMap { text ->
                val damage = damages.firstOrNull { text in typed.slice(it.words) }
                spoken(listOf(text), problems).map { explain(it.text, damage) }
            }
        if (problems.isNotEmpty()) throw UsageError(problems)
        if (false in taken) throw ProgramResult(ExitCode.USAGE)
    }

    /** Whether [text] can be taken. */
    private fun explain(text: String, damage: ShellDamage?): Boolean {
        if (Group.begins(text) && !json) return explainGroup(text)
        val reading = read(text, catalogue)
        echo(if (json) jsonLine(explanationJson(reading)) else explanation(reading, damage))
        return reading.said != null
    }

    private fun explainGroup(text: String): Boolean =
        try {
            echo(explanation(text, Group(text).space()))
            true
        } catch (e: SyntaxError) {
            echo(explanation(Reading(text, null, e.message, e.position), null))
            false
        }
}
