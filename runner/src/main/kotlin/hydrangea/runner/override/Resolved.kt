package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.table

/**
 * An experiment with all overrides applied, and how it came to be.
 *
 * @property parameters those of the script and its imports, in their order
 * @property settings every component of the experiment, in the order of the tree
 * @property said what a later run has to repeat
 * @property changed the keys whose values are others than in an old run's configuration, with what they were there
 * @property warnings what an old run's configuration does not explain
 */
class Resolved<out E : Any>
internal constructor(
    internal val resolution: Resolution<E>,
    parameters: Lazy<List<Setting>>,
    settings: Lazy<List<Setting>>,
    val changed: Map<String, String?>,
    val warnings: List<String>,
    private val catalogue: Catalogue,
) {
    val experiment: E = resolution.experiment

    val parameters: List<Setting> by parameters

    val settings: List<Setting> by settings

    val said: Said = resolution.said

    /** Parameters and settings as a table for people, a line each. */
    fun table(): String {
        val rows = { settings: List<Setting> -> settings.map { listOf(it.key, it.type, it.value, it.origin) } }
        val components = table(listOf("key", "type", "value", "origin"), rows(settings))
        if (parameters.isEmpty()) return components
        return table(listOf("parameter", "type", "value", "origin"), rows(parameters)) + "\n" + components
    }

    /** The text of `config.yaml`: what was said and what came of it, to be repeated by `--config`. */
    fun config(): String = configText(catalogue, experiment, said)
}

/** A key with its type, its value and where that comes from, in the user's words. */
data class Setting(val key: String, val type: String, val value: String, val origin: String)

/** What was said over all layers, later over earlier: of parameters of the script and of components. */
data class Said(val parameters: List<Override>, val overrides: List<Override>)
