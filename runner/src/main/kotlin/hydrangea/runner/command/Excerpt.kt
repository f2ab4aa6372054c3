package hydrangea.runner.command

import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.catalogue.table
import hydrangea.runner.override.Resolved
import hydrangea.runner.override.Setting
import hydrangea.runner.run.json

/** What `show` shows: all of an experiment, or the [groups] of keys that begin alike. */
internal class Excerpt(private val resolved: Resolved<Any>, private val groups: List<String>) {
    private val parameters = resolved.parameters.filter(::wanted)
    private val settings = resolved.settings.filter(::wanted)

    init {
        val all = resolved.parameters + resolved.settings
        val problems = groups.filter { group -> all.none { belongs(it, group) } }.map { unknown(it, all) }
        if (problems.isNotEmpty()) throw UsageError(problems)
    }

    private fun wanted(setting: Setting) = groups.isEmpty() || groups.any { belongs(setting, it) }

    private fun belongs(setting: Setting, group: String) = setting.key == group || setting.key.startsWith("$group.")

    private fun unknown(group: String, all: List<Setting>): String {
        val names = all.flatMap { beginnings(it.key) }.distinct()
        val near = didYouMean(group, names)
        val there = names.filter { '.' !in it }.joinToString()
        return "$group: there is no such key" + near.ifEmpty { "; there are $there" }
    }

    private fun beginnings(key: String) = key.split('.').runningReduce { before, segment -> "$before.$segment" }

    /** A line each, whose docs end at [width]. */
    fun table(width: Int? = null): String {
        val ofParameters = table("parameter", parameters, width)
        val ofSettings = table("key", settings, width)
        return listOf(ofParameters, ofSettings).filter { it.isNotEmpty() }.joinToString("\n")
    }

    private fun table(name: String, settings: List<Setting>, width: Int?): String {
        val rows = settings.map { listOf(it.key, it.type, it.value, it.origin, it.doc) }
        return if (rows.isEmpty()) "" else table(listOf(name, "type", "value", "origin", "doc"), rows, width)
    }

    /** An array of objects; those of the script's parameters say so. */
    fun json(): String = json(parameters.map { it.fields() + ("parameter" to true) } + settings.map { it.fields() })

    private fun Setting.fields() =
        mapOf("key" to key, "type" to type, "value" to plain, "origin" to origin, "doc" to doc)

    /** All of it as `config.yaml` holds it, or the trees of the groups. */
    fun yaml(): String = if (groups.isEmpty()) resolved.config() else resolved.config(groups)
}
