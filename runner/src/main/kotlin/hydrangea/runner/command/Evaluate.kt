package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.groups.provideDelegate
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.path
import com.github.ajalt.clikt.parameters.types.restrictTo
import hydrangea.models.nn.Networks
import hydrangea.models.rollout.Returns
import hydrangea.runner.Project
import hydrangea.runner.onThisMachine
import hydrangea.runner.run.PastRun
import hydrangea.runner.run.Trained
import hydrangea.runner.run.json
import hydrangea.runner.run.runDirectoryAt
import hydrangea.runner.run.table

/** `hydrangea eval DIR`: plays episodes with what a run has learned, and changes nothing there. */
class Evaluate : CliktCommand(name = "eval") {
    private val directory by argument("DIR", help = "the directory of a run that learns in an environment").path()
    private val episodes by
        option("--episodes", metavar = "N", help = "how many to play (100)").int().restrictTo(min = 1).default(100)
    private val play by PlayOptions()
    private val threads by threads("as the run has")
    private val asJson by option("--json", help = "for programs").flag()

    override fun help(context: Context) = "Plays episodes with a trained policy, and tells what they came to."

    override fun run() {
        val past = PastRun(runDirectoryAt(directory, commandName))
        prepareEngine(threads ?: past.threads)
        val trained = Trained.read(past, Project.ofThisProcess(), Networks.NATIVE, play.best) { echo(it, err = true) }
        val learned = trained.learned
        val returns = onThisMachine { learned.play(play.behaviour(learned), episodes, play.starts) }
        if (asJson) return echo(json(about(trained) + numbers(returns)), trailingNewline = false)
        echo("$episodes ${manner()} episodes, ${weights()} at step ${trained.step}, seed ${play.seed}")
        echo(table(numbers(returns)), trailingNewline = false)
    }

    private fun manner() = if (play.stochastic) "stochastic" else "deterministic"

    private fun weights() = if (play.best) "the best weights so far" else "the weights"

    private fun about(trained: Trained): Map<String, Any> =
        mapOf(
            "directory" to "${directory.toAbsolutePath().normalize()}",
            "checkpoint" to trained.checkpoint,
            "step" to trained.step,
            "best" to play.best,
            "stochastic" to play.stochastic,
            "seed" to play.seed,
            "episodes" to episodes,
        )

    /** By the names of a run's results. */
    private fun numbers(returns: Returns): Map<String, Any> =
        mapOf(
            "return_mean" to returns.mean,
            "return_std" to returns.std,
            "return_min" to returns.min,
            "return_max" to returns.max,
            "length" to returns.length,
        ) + returns.outcome
}
