package hydrangea.runner.override

/** What was said, layer by layer, with what is wrong with it as text. */
internal class Layers(private val commandLine: List<String>, configs: List<ConfigFile>) {
    val problems = configs.flatMap { it.problems }.toMutableList()

    private val written = configs.map { it.overrides.filter(::isPlain).flatMap { said -> said.parts() } }

    /** The old runs among the files. */
    val old = configs.mapNotNull { it.old }

    /** What a shell has had in its hands. */
    private val typed = commandLine.filterNot { it.startsWith("@") }

    private val damages = shellDamages(typed).onEach { problems += "$it" }

    private val sound = damages.sound(typed).toSet()

    private val spoken =
        spoken(commandLine.filter { it.startsWith("@") || it in sound }, problems).mapNotNull(::parsed).flatMap {
            it.parts()
        }

    /** All layers; the later wins. */
    val overrides = effective(written + listOf(spoken))

    /** The files alone. */
    val configured = effective(written)

    /** The keys of the command line. */
    val spokenKeys = spoken.map { it.key }

    private fun parsed(said: Spoken): Override? =
        try {
            parseOverride(said.text, said.origin).takeIf(::isPlain)
        } catch (e: SyntaxError) {
            problems += said.origin.before(located(said.text, e))
            null
        }

    private fun isPlain(override: Override): Boolean {
        val problem = needsSweep(override) ?: return true
        problems += "${override.label}: $problem"
        return false
    }

    /** Without what a later layer says again, as a whole or from further up: `actor=gaussian` ends `actor.layers=8`. */
    private fun effective(layers: List<List<Override>>): List<Override> =
        layers.flatMapIndexed { i, layer ->
            val later = layers.drop(i + 1).flatten()
            onlyOnce(layer).filter { said -> later.none { it.replaces(said) } }
        }

    private fun onlyOnce(layer: List<Override>): List<Override> {
        val (appends, others) = layer.partition { it.verb == Verb.APPEND }
        val (once, repeated) = others.groupBy { it.key }.values.partition { it.size == 1 }
        for (same in repeated) {
            val times = if (same.size == 2) "twice" else "${same.size} times"
            val problem = Problem(same, "${same.first().key} is said $times${spread(same)}").toString()
            if (problem !in problems) problems += problem
        }
        return (once + repeated).map { it.first() }.sortedBy(layer::indexOf) + appends
    }

    private fun spread(same: List<Override>): String {
        val words = same.map { it.said }
        val damage = spreadBraces(commandLine).firstOrNull { commandLine.slice(it.words) == words }
        return damage?.let { "; ${it.what}" } ?: ""
    }
}

/** The message with the text and a caret under its position. */
internal fun located(text: String, error: SyntaxError): String =
    "$text: ${error.message}\n${pointed(text, error.position).prependIndent("  ")}"

internal fun pointed(text: String, position: Int) = "${text.replace(Regex("\\s"), " ")}\n${" ".repeat(position)}^"
