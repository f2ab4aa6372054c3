package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue

/**
 * An experiment with all overrides applied, and how it came to be.
 *
 * @property parameters those of the script and its imports, in their order
 * @property declared the same, with what they can be
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

    internal val declared: List<Declared>
        get() = resolution.parameters.values.toList()

    /** The text of `config.yaml`: what was said and what came of it, to be repeated by `--config`. */
    fun config(): String = configText(catalogue, experiment, said)

    /** Only the trees at these keys, for a file that says them again. */
    internal fun config(keys: List<String>): String = treeText(catalogue, experiment, parameters, keys)
}

/**
 * A key with its type, its value and where that comes from, in the user's words.
 *
 * @property doc what it means, in a line; empty where its source says nothing
 * @property plain the value for programs: a number, text, boolean or null, a list of such, or a spec by its name
 */
data class Setting(
    val key: String,
    val type: String,
    val value: String,
    val origin: String,
    val doc: String,
    val plain: Any?,
)

/** What was said over all layers, later over earlier: of parameters of the script and of components. */
data class Said(val parameters: List<Override>, val overrides: List<Override>)
