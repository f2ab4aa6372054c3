package hydrangea.runner.catalogue

/** The text of `list`: each catalogue with its entries, their parameters, types and defaults, and what they offer. */
fun Catalogue.listing(): String {
    val trials = Trials(this)
    return entries
        .groupBy { plural(kindWord(it.kind)) }
        .toSortedMap()
        .map { (kind, entries) -> "$kind\n" + ordered(entries, trials).joinToString("") { text(it, trials) } }
        .joinToString("\n")
}

private fun plural(word: String) = if (word.endsWith("s")) word + "es" else word + "s"

/** Presets behind the entry that they call. */
private fun Catalogue.ordered(entries: List<Entry>, trials: Trials): List<Entry> {
    val (bases, presets) = entries.partition { base(it, trials) == it.name }
    return bases.flatMap { entry -> listOf(entry) + presets.filter { base(it, trials) == entry.name } }
}

/** The entry that a preset calls, by what it builds; the name of an entry that is none. */
private fun Catalogue.base(entry: Entry, trials: Trials): String {
    val built = trials.of(entry).firstOrNull()?.let { nameOf(it) } ?: return entry.name
    return built.takeIf { name -> entries.any { it.name == name && it.kind == entry.kind } } ?: entry.name
}

private fun Catalogue.text(entry: Entry, trials: Trials): String {
    val preset = base(entry, trials).takeIf { it != entry.name }?.let { ", a $it" } ?: ""
    val offers = capabilities(entry.genericReturns)?.let { "    offers $it\n" } ?: ""
    val rows = entry.parameters.map { listOf(it.name, words(it.type), default(entry, it, trials)) }
    return "  ${entry.name}$preset\n$offers" + aligned(rows).joinToString("") { "    $it\n" }
}

/** A default is code, so what can be known is what comes of it: the component, where all trials agree on it. */
private fun Catalogue.default(entry: Entry, parameter: EntryParameter, trials: Trials): String {
    if (parameter.required) return "required"
    val component = { spec: Any -> Shape.of(spec)?.components?.firstOrNull { it.name == parameter.name } }
    val values = trials.of(entry).map { spec -> component(spec)?.let { spelled(it.read(spec)) } }
    return values.distinct().singleOrNull() ?: "optional"
}
