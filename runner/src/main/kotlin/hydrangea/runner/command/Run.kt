package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.path
import com.github.ajalt.clikt.parameters.types.restrictTo
import hydrangea.models.nn.NativeEngine
import hydrangea.runner.Loaded
import hydrangea.runner.Project
import hydrangea.runner.built
import hydrangea.runner.run.Job
import hydrangea.runner.run.Runner
import hydrangea.runner.run.useThreads
import java.nio.file.Path

/** `hydrangea run SCRIPT [KEY=VALUE ...]`: trains, measures, plots, and leaves a run directory. */
class Run : CliktCommand() {
    private val script by argument(help = SCRIPT_HELP)
    private val overrides by argument("KEY=VALUE", help = OVERRIDES_HELP).multiple()
    private val configs by configs()
    private val out by
        option("--out", metavar = "DIR", help = "the folder of run directories (runs)").path().default(Path.of("runs"))
    private val threads by
        option("--threads", metavar = "N", help = "threads of one tensor operation (1)")
            .int()
            .restrictTo(min = 1)
            .default(1)

    override fun help(context: Context) = "Runs an experiment and leaves a run directory."

    override fun run() {
        val loaded = Project.ofThisProcess().load(script, overrides, configs)
        loaded.resolved.warnings.forEach { echo(it, err = true) }
        useThreads(threads)
        if (!NativeEngine.unpacked()) echo("unpacking PyTorch's native libraries (once)", err = true)
        throw ProgramResult(Runner(out, terminal).run(job(loaded)))
    }

    private fun job(loaded: Loaded): Job {
        val experiment = loaded.resolved.experiment
        val sources = loaded.script.sources
        val config = loaded.resolved.config()
        return Job(loaded.name, sources.first(), sources.drop(1), config, experiment.seed(), threads) {
            experiment.built()
        }
    }
}
