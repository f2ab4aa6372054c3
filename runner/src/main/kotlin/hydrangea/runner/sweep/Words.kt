package hydrangea.runner.sweep

import hydrangea.runner.UsageError
import hydrangea.runner.override.Key
import hydrangea.runner.override.Origin
import hydrangea.runner.override.Override
import hydrangea.runner.override.Sweep
import hydrangea.runner.override.SyntaxError
import hydrangea.runner.override.located
import hydrangea.runner.override.parseOverride

/**
 * The words after `run -m SCRIPT`, told apart.
 *
 * @property fixed what every job says
 * @property swept what each job says in its own way, by [Space]s to be taken together
 */
internal class Words(val fixed: List<String>, val swept: List<Space>) {
    /** The keys that every job says alike. */
    val fixedKeys: List<Key> = fixed.mapNotNull { parsed(it)?.key }

    companion object {
        /** A [UsageError] says what is wrong with a `zip`, a `grid` or `seeds`; a wrong override is the resolver's. */
        fun of(words: List<String>): Words {
            val problems = mutableListOf<String>()
            val fixed = mutableListOf<String>()
            val swept =
                words.mapNotNull { word ->
                    try {
                        space(word) ?: null.also { fixed += word }
                    } catch (e: SyntaxError) {
                        null.also { problems += located(word, e) }
                    }
                }
            if (problems.isNotEmpty()) throw UsageError(problems)
            return Words(fixed, swept)
        }

        private fun space(word: String): Space? {
            if (Group.begins(word)) return Group(word).space()
            val override = parsed(word) ?: return null
            return (override.value as? Sweep)?.let { Space.Axis(override, it) }
        }

        private fun parsed(word: String): Override? =
            try {
                parseOverride(word, Origin.CommandLine)
            } catch (_: SyntaxError) {
                null
            }
    }
}
