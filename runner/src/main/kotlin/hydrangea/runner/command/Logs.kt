package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.run.Condition
import hydrangea.runner.run.found
import hydrangea.runner.run.isSweep
import hydrangea.runner.sweep.OUTPUT
import hydrangea.runner.sweep.SweepRecord
import hydrangea.runner.sweep.chosen
import java.io.RandomAccessFile
import java.nio.file.Path
import kotlin.io.path.exists

/** `hydrangea logs DIR [JOB ...]`: what runs have said. */
class Logs : CliktCommand() {
    private val directory by argument("DIR", help = RUN_OR_SWEEP_HELP).path()
    private val jobs by argument("JOB", help = JOBS_HELP).int().multiple()
    private val follow by option("-f", "--follow", help = "go on until they end").flag()

    override fun help(context: Context) = "Prints what a run, or the jobs of a sweep, have said."

    override fun run() {
        val sources = sources(found(directory, "logs"))
        sources.forEach { it.print(::out) }
        while (follow && sources.any { Condition(it.run).running }) {
            Thread.sleep(POLL)
            sources.forEach { it.print(::out) }
        }
    }

    private fun sources(place: Path): List<Log> {
        if (!isSweep(place)) return listOf(Log(place, title = null))
        val chosen = chosen(SweepRecord.read(place), jobs)
        return chosen.map { Log(it.directory, title = "job ${it.index} (${it.label})".takeIf { chosen.size > 1 }) }
    }

    private fun out(text: String) = echo(text, trailingNewline = false)

    private companion object {
        const val POLL = 200L
    }
}

/** The log of one run, read on and on. */
private class Log(val run: Path, private val title: String?) {
    private var at = 0L

    /** What a process said that nobody else heard; else what the run noted. */
    private val file = run.resolve(OUTPUT).takeIf { it.exists() } ?: run.resolve("run.log")

    fun print(out: (String) -> Unit) {
        val new = fresh()
        if (new.isEmpty()) return
        if (title != null) out("--- $title\n")
        out(new)
    }

    private fun fresh(): String {
        if (!file.exists()) return ""
        val bytes =
            RandomAccessFile(file.toFile(), "r").use {
                it.seek(at)
                ByteArray((it.length() - at).toInt()).also(it::readFully)
            }
        at += bytes.size
        return String(bytes)
    }
}
