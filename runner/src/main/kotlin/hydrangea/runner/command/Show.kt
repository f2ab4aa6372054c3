package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.options.switch
import hydrangea.runner.Project

/** `hydrangea show SCRIPT [GROUP ...] [KEY=VALUE ...]`: every parameter, where its value comes from; trains nothing. */
class Show : CliktCommand() {
    private enum class Form {
        YAML,
        JSON,
    }

    private val script by script()
    private val words by overrides("GROUP|KEY=VALUE", "what to show only, such as actor; $OVERRIDES_HELP")
    private val configs by configs()
    private val form by
        option(help = "what config.yaml would hold, or an array of objects; else a table")
            .switch("--yaml" to Form.YAML, "--json" to Form.JSON)

    override val treatUnknownOptionsAsArgs = true

    override fun help(context: Context) = "Shows every parameter of an experiment: key, type, value, origin, meaning."

    override fun run() {
        val (groups, overrides) = words.partition(GROUP::matches)
        val resolved = Project.ofThisProcess().load(script, overrides, configs).resolved
        resolved.warnings.forEach { echo(it, err = true) }
        val shown = Excerpt(resolved, groups)
        val text =
            when (form) {
                Form.YAML -> shown.yaml()
                Form.JSON -> shown.json()
                null -> shown.table(terminal.width())
            }
        echo(text, trailingNewline = false)
    }

    private companion object {
        /** A key; whatever else has no value is for the grammar of overrides to judge. */
        val GROUP = Regex("""[A-Za-z_][\w-]*(\.[\w-]+)*""")
    }
}
