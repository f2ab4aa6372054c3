package hydrangea.runner

import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.context
import com.github.ajalt.clikt.core.parse
import com.github.ajalt.clikt.core.subcommands
import com.github.ajalt.clikt.core.terminal
import hydrangea.runner.command.Bench
import hydrangea.runner.command.Check
import hydrangea.runner.command.Hydrangea
import hydrangea.runner.command.ListCatalogue
import hydrangea.runner.command.Resume
import hydrangea.runner.command.Run
import hydrangea.runner.command.Show
import hydrangea.runner.command.ShowSettings
import hydrangea.runner.command.launchedTerminal
import kotlin.system.exitProcess

fun main(args: Array<String>): Unit = exitProcess(hydrangea(args.toList()))

/** One command line, from its words to its exit code. */
fun hydrangea(words: List<String>): Int {
    val command = Hydrangea().subcommands(Run(), Resume(), Show(), ListCatalogue(), Check(), Bench(), ShowSettings())
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
