package hydrangea.runner.override

/** What an override does to what is there. */
enum class Verb {
    CHANGE,
    ADD,
    FORCE_ADD,
    DEL,
    /** `key+=[x]`, which Hydra does not have. */
    APPEND,
}

/**
 * An override as Hydra reads it, before its key is one of a tree: [address] is the key as it stands.
 *
 * @property segments of a key with dots, or of one with slashes, which in Hydra names a group of files
 * @property packaged whether it is Hydra's `group@package`
 * @property value null for `~key`
 */
internal class Sentence(
    val verb: Verb,
    val address: String,
    val segments: List<String>,
    val packaged: Boolean,
    val value: Value?,
)

/** The override that [text] says; a [SyntaxError] where it says none. */
internal fun parseOverride(text: String, origin: Origin, line: Int? = null): Override {
    val said = parseSentence(text)
    if (said.packaged) throw SyntaxError(packaged(text, said), text.indexOf('@'))
    return Override(Key(said.segments), said.value ?: Value.Null(""), origin, line, said.verb)
}

private fun packaged(text: String, said: Sentence): String {
    val place = said.address.substringAfter('@').ifEmpty { "KEY" }
    return "a component has one place, whose type says what fits: write $place=${text.substringAfter('=', "VALUE")}"
}

/**
 * What [text] says in Hydra's grammar, with quotes around segments of keys and `+=` besides:
 * ```
 * override = ["+" | "++"] key "=" [value]  |  "~" key ["=" [value]]  |  key "+=" value
 * key      = path ["@" [path]]
 * path     = segment {"." segment}  |  name "/" name {"/" name}     segment: a name, an index, any text in quotes
 * ```
 */
internal fun parseSentence(text: String): Sentence {
    val scan = Scanner(text)
    val prefix = PREFIXES.firstOrNull { scan.take(it.first) }?.second ?: Verb.CHANGE
    val start = scan.at
    val path = if (scan.peek() == '@') emptyList() else scan.path()
    val packaged = scan.take('@')
    if (packaged && scan.peek() !in ENDS) scan.path()
    val address = scan.since(start)
    if (INDEX.matches(address)) throw SyntaxError("a key begins with a name, such as measure.$address", start)
    val verb = if (prefix == Verb.CHANGE && scan.take('+')) Verb.APPEND else prefix
    if (verb == Verb.DEL && scan.atEnd) return Sentence(verb, address, path, packaged, null)
    if (!scan.take('=')) scan.fail(noValue(scan, address))
    scan.takeWhile { it == ' ' || it == '\t' }
    return Sentence(verb, address, path, packaged, Grammar(scan).value())
}

private fun noValue(scan: Scanner, address: String) =
    when {
        scan.atEnd -> "no value: write $address=VALUE"
        scan.peek() == '[' -> "an index has a dot before it: $address.0"
        else -> KEY
    }

/** The key that [text] is, with dots; null if it is none. */
internal fun parseKey(text: String): Key? =
    try {
        val scan = Scanner(text)
        Key(scan.path()).takeIf { scan.atEnd }
    } catch (_: SyntaxError) {
        null
    }

private fun Scanner.path(): List<String> {
    val segments = mutableListOf(segment())
    val slashes = peek() == '/'
    while (take(if (slashes) '/' else '.')) segments += segment()
    return segments
}

private fun Scanner.segment(): String {
    if (peek() == '\'' || peek() == '"') return quoted()
    val start = at
    return take(INDEX)?.replace("_", "")
        ?: take(NAME)
        ?: fail(if (start == 0 || atEnd) "expected a key, such as updates=1000" else KEY)
}

private val INDEX = Regex("0|[1-9](_?\\d)*")

/** Beyond Hydra, the letters of all languages: a script may well declare `σ`. */
private val NAME = Regex("[\\p{L}_$][\\p{L}\\d_$-]*")

private val PREFIXES = listOf("++" to Verb.FORCE_ADD, "+" to Verb.ADD, "~" to Verb.DEL)

private val ENDS = setOf('=', null)

private const val KEY = "a key is made of names and indices, anything else in quotes, with dots between"
