package hydrangea.runner.catalogue

import hydrangea.runner.doc.Docs

/** What an entry can do (an actor, a target), or what it asks of others (an objective, a measure), in words. */
class Abilities(val offers: List<String> = emptyList(), val needs: List<String> = emptyList()) {
    internal fun lines(): List<String> =
        listOf("offers" to offers, "needs" to needs)
            .filter { it.second.isNotEmpty() }
            .map { (verb, what) -> "$verb ${what.joinToString()}" }
}

/** The catalogue as `list` shows it: by kind, presets behind the entry that they call. */
class Listing(private val catalogue: Catalogue, private val docs: Docs) {
    private val trials = Trials(catalogue)

    /** Of a word with several signatures the one that takes most. */
    private val byKind =
        catalogue.entries
            .groupBy { plural(kindWord(it.kind)) }
            .mapValues { it.value.distinctBy(Entry::name) }
            .toSortedMap()

    /** The kinds, in the user's words. */
    val kinds: Set<String> = byKind.keys

    /** The kinds that are meant: `fitObjectives` are fit objectives, `objectives` or `objective` all kinds of them. */
    fun kinds(word: String): List<String> {
        val meant = setOf(letters(word), letters(plural(word)))
        val named = kinds.filter { letters(it) in meant }
        return named.ifEmpty { kinds.filter { it.substringAfterLast(' ') in meant } }
    }

    private fun letters(word: String) = word.filter(Char::isLetter).lowercase()

    /** Names and what they are, by kind. */
    internal fun names(): Map<String, List<NamedEntry>> =
        byKind.mapValues { (_, entries) -> entries.map(::named).behindBases { it } }

    private fun named(entry: Entry) =
        NamedEntry(entry.name, trials.one(entry)?.let { base(entry, it) }, sentence(entry))

    private fun sentence(entry: Entry) = docs.function(catalogue.facade, entry.name)?.sentence.orEmpty()

    /** All about the entries of a kind. */
    internal fun entries(kind: String): List<EntryFacts> = byKind.getValue(kind).map(::facts).behindBases { it.named }

    private fun <T> List<T>.behindBases(named: (T) -> NamedEntry): List<T> {
        val (bases, presets) = partition { named(it).base == null }
        return bases.flatMap { entry -> listOf(entry) + presets.filter { named(it).base == named(entry).name } }
    }

    private fun facts(entry: Entry): EntryFacts {
        val built = trials.of(entry)
        return EntryFacts(
            named(entry),
            catalogue.abilities(entry.genericReturns, built.firstOrNull()),
            entry.parameters.map { parameter(entry, it, built) },
            built.firstOrNull()?.let { docs.of(it.javaClass)?.source },
        )
    }

    /** The entry that a preset calls, by what it builds; null for an entry that is none. */
    private fun base(entry: Entry, built: Any): String? {
        val name = catalogue.nameOf(built)
        return name.takeIf {
            it != entry.name && catalogue.entries.any { other -> other.name == it && other.kind == entry.kind }
        }
    }

    private fun parameter(entry: Entry, parameter: EntryParameter, built: List<Any>): ParameterFacts {
        val doc = built.firstOrNull()?.let { docs.component(it.javaClass, parameter.name) }
        val default = if (parameter.required) null else default(entry, parameter, built)
        return ParameterFacts(
            parameter.name,
            catalogue.words(parameter.type),
            parameter.required,
            default,
            doc.orEmpty(),
        )
    }

    /**
     * A default is code. What comes of it says most: the component, where all trials agree on it; else its own text.
     */
    private fun default(entry: Entry, parameter: EntryParameter, built: List<Any>): String? {
        val component = { spec: Any -> Shape.of(spec)?.components?.firstOrNull { it.name == parameter.name } }
        val values = built.map { spec -> component(spec)?.let { catalogue.spelled(it.read(spec)) } }
        return values.distinct().singleOrNull() ?: docs.default(catalogue.facade, entry.name, parameter.name)
    }
}

/** A name such as `Features` is one already. */
internal fun plural(word: String): String =
    when {
        word.endsWith("ss") -> word + "es"
        word.endsWith("s") -> word
        word.endsWith("y") -> word.dropLast(1) + "ies"
        else -> word + "s"
    }
