package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.default
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.UsageError
import hydrangea.runner.run.HeldFolder
import hydrangea.runner.run.Litter
import hydrangea.runner.run.litterBelow
import hydrangea.runner.script.shown
import java.nio.file.Path
import kotlin.io.path.isDirectory

/** `hydrangea clean [FOLDER]`: deletes runs that came to nothing, after asking. */
class Clean : CliktCommand() {
    private val folder by argument("FOLDER", help = "where runs are (runs)").path().default(Path.of("runs"))
    private val yes by option("--yes", help = "do not ask").flag()

    override fun help(context: Context) =
        "Deletes failed and empty runs, and sweeps of nothing else, after asking; what has a result is kept."

    override fun run() {
        if (!folder.isDirectory()) throw UsageError("there is no folder ${folder.shown()}: nothing has been run here")
        val litter = litterBelow(folder)
        if (litter.isEmpty()) return echo("nothing to delete: no run in ${folder.shown()} failed or is empty")
        litter.forEach { echo("${it.path.shown()}  ${it.why}") }
        if (yes || confirmed(litter.size)) echo("${litter.count(::deleted)} deleted") else echo("nothing is deleted")
    }

    private fun confirmed(count: Int): Boolean {
        echo("delete ${if (count == 1) "this directory" else "these $count directories"}? [y/N] ", false)
        return readlnOrNull()?.trim()?.lowercase() in listOf("y", "yes")
    }

    /** Nobody may begin to work in it meanwhile. */
    private fun deleted(litter: Litter): Boolean =
        try {
            HeldFolder.open(litter.path).discard()
            true
        } catch (e: UsageError) {
            echo(e.message, err = true)
            false
        }
}
