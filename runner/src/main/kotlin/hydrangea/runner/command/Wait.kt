package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.types.path
import hydrangea.runner.ExitCode
import hydrangea.runner.run.Condition
import hydrangea.runner.run.found
import hydrangea.runner.run.isSweep
import hydrangea.runner.run.resumeCommand
import hydrangea.runner.sweep.SweepRecord
import hydrangea.runner.sweep.code
import hydrangea.runner.sweep.standing
import java.nio.file.Path

/** `hydrangea wait DIR`: returns when a run or a sweep has ended, with its exit code. */
class Wait : CliktCommand() {
    private val directory by argument("DIR", help = RUN_OR_SWEEP_HELP).path()

    override fun help(context: Context) = "Waits for the end of a run or a sweep, and ends with its exit code."

    override fun run() {
        val place = found(directory, "wait")
        throw ProgramResult(if (isSweep(place)) sweep(place) else run(place))
    }

    private fun sweep(place: Path): Int {
        while (SweepRecord.atWork(place)) Thread.sleep(POLL)
        val sweep = SweepRecord.read(place)
        echo(standing(sweep))
        return code(sweep.jobs)
    }

    private fun run(place: Path): Int {
        while (Condition(place).running) Thread.sleep(POLL)
        val end = Condition(place)
        val left = end.record["exitCode"] == null
        echo(end.word + if (left) "; to go on, say: ${resumeCommand(place)}" else "")
        return end.record["exitCode"]?.asInt ?: ExitCode.FAILED
    }

    private companion object {
        const val POLL = 200L
    }
}
