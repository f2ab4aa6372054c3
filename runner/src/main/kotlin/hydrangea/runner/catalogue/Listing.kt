package hydrangea.runner.catalogue

/** The text of `list`: each catalogue with its entries, their parameters, types and defaults, and what they offer. */
fun Catalogue.listing(): String =
    entries
        .groupBy { kindWord(it.kind) }
        .toSortedMap()
        .map { (kind, entries) -> "${kind}s\n" + ordered(entries).joinToString("") { text(it) } }
        .joinToString("\n")

/** Presets behind the entry that they call. */
private fun Catalogue.ordered(entries: List<Entry>): List<Entry> {
    val (presets, bases) = entries.partition { base(it) != it.name }
    return bases.flatMap { entry -> listOf(entry) + presets.filter { base(it) == entry.name } }
}

/** The entry that [preset] calls, or itself; from what it builds, as far as it builds without arguments. */
private fun Catalogue.base(preset: Entry): String {
    val base = defaults(preset)?.let { nameOf(it) } ?: return preset.name
    return base.takeIf { name -> entries.any { it.name == name && it.kind == preset.kind } } ?: preset.name
}

private fun defaults(entry: Entry): Any? =
    if (entry.parameters.any { it.required }) null else runCatching { entry.build(emptyMap()) }.getOrNull()

private fun Catalogue.text(entry: Entry): String {
    val base = base(entry).takeIf { it != entry.name }?.let { ", a $it" } ?: ""
    val rows = entry.parameters.map { listOf(it.name, words(it.type), default(entry, it)) }
    val offers = capabilities(entry.genericReturns)?.let { "    offers $it\n" } ?: ""
    return "  ${entry.name}$base\n$offers" + aligned(rows).joinToString("") { "    $it\n" }
}

/** A default as far as it can be known: it is an expression that may depend on the other arguments. */
private fun Catalogue.default(entry: Entry, parameter: EntryParameter): String {
    val built = defaults(entry)
    val component = Shape.of(built)?.components?.firstOrNull { it.name == parameter.name }
    return when {
        parameter.required -> "required"
        built == null || component == null -> "optional"
        else -> spelled(component.read(built))
    }
}
