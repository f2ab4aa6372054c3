package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.NoSuchOption
import com.github.ajalt.clikt.core.ParameterHolder
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.convert
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.groups.OptionGroup
import com.github.ajalt.clikt.parameters.options.convert
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.multiple
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.long
import com.github.ajalt.clikt.parameters.types.path
import com.github.ajalt.clikt.parameters.types.restrictTo
import hydrangea.runner.Settings
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.nearest
import hydrangea.runner.run.Label
import hydrangea.runner.run.Period

internal const val SCRIPT_HELP = "a path, or a name under experiments/ without the extension"

internal const val OVERRIDES_HELP =
    "what to change: a parameter of the script or a component of the experiment; @FILE has one a line"

internal const val RUN_OR_SWEEP_HELP = "the directory of a run or of a sweep"

internal const val JOBS_HELP = "numbers of jobs of the sweep; without any, all"

/**
 * Words such as `key=value`. A command that has them must treat unknown options as arguments: Clikt takes `+key=value`
 * for an option. So it is here that a word like `--thread` is refused.
 */
internal fun CliktCommand.overrides(name: String = "KEY=VALUE", help: String = OVERRIDES_HELP) =
    argument(name, help = help).convert { refuseOption(it) }.multiple()

/** The script of a command with [overrides]. */
internal fun CliktCommand.script() = argument(help = SCRIPT_HELP).convert { refuseOption(it) }

private fun CliktCommand.refuseOption(word: String): String {
    if (!word.startsWith("-")) return word
    val option = word.substringBefore('=')
    val options = registeredOptions().flatMap { it.names }
    if (option in options) throw UsageError("$option stands behind --, where nothing is an option: put it before")
    throw NoSuchOption(option, listOfNotNull(nearest(option, options)))
}

/** `--config FILE`, repeatable. */
internal fun ParameterHolder.configs() =
    option(
            "--config",
            metavar = "FILE",
            help = "overrides from a YAML or HOCON file, or the config.yaml of a run; repeatable",
        )
        .path()
        .multiple()

/** `--threads N`; null is [default]. */
internal fun ParameterHolder.threads(default: String) =
    option("--threads", metavar = "N", help = "threads of one tensor operation ($default)").int().restrictTo(min = 1)

/** `--checkpoint-every 60s`, `--checkpoint-every 5000`; null is [default]. */
internal fun ParameterHolder.checkpointEvery(default: String = "${Period.OF_CHECKPOINTS}") =
    option("--checkpoint-every", metavar = "PERIOD", help = "as 30s, 5m, 1h, or 5000 updates ($default)").convert {
        Period.of(it) ?: fail("$it is no period: say 30s, 5m, 1h, or a number of updates such as 5000")
    }

/** `--record-every 10000`; null is never. */
internal fun ParameterHolder.recordEvery() =
    option(
            "--record-every",
            metavar = "N",
            help = "keeps a clip of a deterministic episode in clips/ every N steps of an environment",
        )
        .long()
        .restrictTo(min = 1)

/** `--device cpu`; null is the one of the settings. */
internal fun ParameterHolder.device() =
    option("--device", metavar = "DEVICE", help = "what computes (hydrangea.yaml's, or cpu)").convert {
        try {
            Settings.device(it)
        } catch (e: IllegalArgumentException) {
            throw UsageError("--device $it: ${e.message}")
        }
    }

/** `--out DIR`; null is the one of the settings. */
internal fun ParameterHolder.out() =
    option("--out", metavar = "DIR", help = "the folder of run directories (hydrangea.yaml's, or runs)").path()

/** `--name` and `--tag`: what a run is called. */
internal class LabelOptions : OptionGroup() {
    private val name by
        option("--name", metavar = "NAME", help = "a name for the run, which ends that of its directory")
    private val tags by option("--tag", metavar = "TAG", help = "a word to find the run by; repeatable").multiple()

    fun label() = Label(name, tags)
}
