package hydrangea.runner.override

import java.nio.file.Path

/** What was said, layer by layer, with what is wrong with it as text. */
internal class Layers(commandLine: List<String>, files: List<Path>) {
    val problems = mutableListOf<String>()

    private val configs = files.map { ConfigFile(it) }.onEach { problems += it.problems }

    /** The old runs among the files. */
    val old = configs.mapNotNull { it.old }

    private val spoken = spoken(commandLine, problems).mapNotNull(::parsed)

    /** All layers; the later wins. */
    val overrides = effective(configs.map { it.overrides } + listOf(spoken))

    /** The files alone. */
    val configured = effective(configs.map { it.overrides })

    /** The keys of the command line. */
    val spokenKeys = spoken.map { it.key }

    private fun parsed(said: Spoken): Override? =
        try {
            parseOverride(said.text, said.origin)
        } catch (e: SyntaxError) {
            problems += said.origin.before(located(said.text, e))
            null
        }

    /** Without what a later layer says again, as a whole or from further up: `actor=gaussian` ends `actor.layers=8`. */
    private fun effective(layers: List<List<Override>>): List<Override> =
        layers.flatMapIndexed { i, layer ->
            val later = layers.drop(i + 1).flatten()
            onlyOnce(layer).filter { said -> later.none { it.key.covers(said.key) } }
        }

    private fun onlyOnce(layer: List<Override>): List<Override> =
        layer
            .groupBy { it.key }
            .values
            .map { same ->
                val problem =
                    Problem(
                        same,
                        "${same.first().key} is said ${if (same.size == 2) "twice" else "${same.size} times"}",
                    )
                if (same.size > 1 && problem.toString() !in problems) problems += problem.toString()
                same.first()
            }
}

/** The message with the text and a caret under its position. */
internal fun located(text: String, error: SyntaxError): String =
    "$text: ${error.message}\n  ${text.replace(Regex("\\s"), " ")}\n  ${" ".repeat(error.position)}^"
