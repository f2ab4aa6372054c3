package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import hydrangea.models.training.Experiment
import hydrangea.runner.Deaf
import hydrangea.runner.Project
import hydrangea.runner.UsageError
import hydrangea.runner.built

/** `hydrangea check SCRIPT [KEY=VALUE ...]`: holds every part to the laws and makes one update, in memory. */
class Check : CliktCommand() {
    private val script by script()
    private val overrides by overrides()
    private val configs by configs()

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) =
        "Checks an experiment: it compiles, its parts (a user's own too) obey the laws, and an update works."

    override fun run() {
        val loaded = Project.ofThisProcess().load(script, overrides, configs)
        val experiment = loaded.resolved.experiment
        prepareEngine(threads = 1)
        oneUpdate(experiment)
        val broken = experiment.brokenLaws()
        if (broken.isNotEmpty()) throw UsageError(broken.map { "${loaded.name}: $it" })
        echo("${loaded.name}: compiles, obeys the laws, and makes an update")
    }

    private fun oneUpdate(experiment: Experiment) = experiment.built().use { it.advance(Deaf) }
}
