package hydrangea.runner.completion

import com.github.ajalt.clikt.completion.CompletionCandidates
import com.github.ajalt.clikt.core.BaseCliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.Argument
import com.github.ajalt.clikt.parameters.options.Option

/**
 * What the command line itself says about its commands, for shells.
 *
 * @property kinds what the argument KIND can be
 */
internal class CommandTree(private val root: BaseCliktCommand<*>, private val kinds: List<String>) {
    /**
     * A line for each command (named by the empty word: `hydrangea` itself) and for each flag and argument of it: the
     * command, what the line is about, its names, the values it takes, its help.
     */
    fun table(): String {
        val context = root.resetContext()
        val commands = root.registeredSubcommands().filterNot { it.hiddenFromHelp }
        val lines = lines("", root, context) + commands.flatMap { lines(it.commandName, it, it.resetContext(context)) }
        return lines.joinToString("") { tabbed(it) }
    }

    private fun lines(name: String, command: BaseCliktCommand<*>, context: Context): List<List<String>> {
        val about = listOf(name, "command", "", "", command.help(context))
        val flags = command.registeredOptions().filterNot { it.hidden }
        return listOf(about) +
            flags.map { listOf(name, "flag", names(it), values(it, context), it.optionHelp(context)) } +
            command.registeredArguments().map { argument ->
                val what = if (argument.nvalues == 1) "argument" else "arguments"
                listOf(name, what, argument.name, values(argument), argument.getArgumentHelp(context))
            }
    }

    private fun names(option: Option) = (option.names + option.secondaryNames).joinToString("|")

    /** Empty where a flag stands alone, or may. */
    private fun values(option: Option, context: Context): String {
        val fixed = fixed(option.completionCandidates)
        return when {
            option.nvalues.first == 0 -> ""
            fixed != null -> fixed
            option.completionCandidates != CompletionCandidates.Path -> ":any"
            option.metavar(context) == "DIR" -> ":directory"
            else -> ":file"
        }
    }

    private fun values(argument: Argument): String =
        when {
            argument.name == "SCRIPT" -> ":script"
            argument.name == "FOLDER" -> ":directory"
            argument.name == "KIND" -> kinds.joinToString("|")
            "GROUP" in argument.name -> ":group"
            "KEY=VALUE" in argument.name -> ":override"
            argument.completionCandidates == CompletionCandidates.Path -> ":run"
            else -> fixed(argument.completionCandidates) ?: ":any"
        }

    private fun fixed(candidates: CompletionCandidates): String? =
        (candidates as? CompletionCandidates.Fixed)?.candidates?.joinToString("|")
}
