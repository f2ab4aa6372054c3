package hydrangea.runner.command

import com.github.ajalt.clikt.core.ParameterHolder
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.multiple
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.path
import com.github.ajalt.clikt.parameters.types.restrictTo

internal const val SCRIPT_HELP = "a path, or a name under experiments/ without the extension"

internal const val OVERRIDES_HELP = "what to change: a parameter of the script, or a component of the experiment"

/** `--config FILE`, repeatable. */
internal fun ParameterHolder.configs() =
    option("--config", metavar = "FILE", help = "overrides from a YAML file, or the config.yaml of a run; repeatable")
        .path()
        .multiple()

/** `--threads N`. */
internal fun ParameterHolder.threads() =
    option("--threads", metavar = "N", help = "threads of one tensor operation (1)")
        .int()
        .restrictTo(min = 1)
        .default(1)
