package hydrangea.runner

import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.context
import com.github.ajalt.clikt.core.parse
import com.github.ajalt.clikt.core.subcommands
import com.github.ajalt.clikt.core.terminal
import hydrangea.runner.command.Bench
import hydrangea.runner.command.Cancel
import hydrangea.runner.command.Check
import hydrangea.runner.command.Clean
import hydrangea.runner.command.Completion
import hydrangea.runner.command.Evaluate
import hydrangea.runner.command.Explain
import hydrangea.runner.command.Hydrangea
import hydrangea.runner.command.ListCatalogue
import hydrangea.runner.command.Logs
import hydrangea.runner.command.Render
import hydrangea.runner.command.Rerun
import hydrangea.runner.command.Resume
import hydrangea.runner.command.Run
import hydrangea.runner.command.Runs
import hydrangea.runner.command.Show
import hydrangea.runner.command.ShowSettings
import hydrangea.runner.command.ShowStatus
import hydrangea.runner.command.Wait
import hydrangea.runner.command.launchedTerminal
import hydrangea.runner.run.Signals
import kotlin.system.exitProcess

fun main(args: Array<String>) {
    Signals.leaveToParent()
    exitProcess(hydrangea(args.toList()))
}

private val COMMANDS =
    listOf(
        ::Run,
        ::Resume,
        ::Rerun,
        ::Evaluate,
        ::Render,
        ::Show,
        ::ListCatalogue,
        ::Explain,
        ::Check,
        ::Runs,
        ::ShowStatus,
        ::Logs,
        ::Wait,
        ::Cancel,
        ::Clean,
        ::Bench,
        ::Completion,
        ::ShowSettings,
    )

/** The commands, with all that they take. */
internal fun commandLine() = Hydrangea().subcommands(COMMANDS.map { it() })

/** One command line, from its words to its exit code. */
fun hydrangea(words: List<String>): Int {
    val command = commandLine()
    command.context {
        terminal = launchedTerminal()
        readArgumentFile = null // an @FILE is one of overrides, with their lines for origins
    }
    return try {
        command.parse(words)
        ExitCode.SUCCESS
    } catch (e: ProgramResult) {
        e.statusCode
    } catch (e: CliktError) {
        command.echoFormattedHelp(e)
        if (e.statusCode == 0) ExitCode.SUCCESS else ExitCode.USAGE
    } catch (e: UsageError) {
        e.problems.forEach(System.err::println)
        e.exitCode
    }
}
