package hydrangea.runner.sweep

import hydrangea.runner.override.explained
import hydrangea.runner.override.shellWord

/** How `run -m` reads the [text] of a [Group], for a person. */
internal fun explanation(text: String, space: Space): String =
    explained(
        text,
        listOf(
            "kind" to "sweep over ${space.keys.joinToString(" and ")}, ${order(space)}, with -m",
            "shell" to "quote it: ${shellWord(text)}",
        ),
    )

private fun order(space: Space) =
    when (space) {
        is Space.Zip -> "in step"
        is Space.Grid -> "every combination"
        else -> "one value a run"
    }
