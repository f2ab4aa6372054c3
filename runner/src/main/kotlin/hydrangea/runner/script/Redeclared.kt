package hydrangea.runner.script

/**
 * Classes that two scripts of a compilation declare under one name: the compiler takes them for one another without a
 * word, and the script would fail with a `ClassCastException`.
 */
internal fun Compilation.redeclared(script: Script): List<Diagnostic> {
    val declared = names.zip(script.all).flatMap { (name, owner) -> declaredBy(name).map { it to owner.source } }
    return declared
        .groupBy({ it.first }, { it.second })
        .filterValues { it.size > 1 }
        .map { (name, sources) -> diagnostic(name.substringAfterLast('/'), sources.last(), sources.first()) }
}

/** The classes that a script declares at its top level, behind their package. */
private fun Compilation.declaredBy(script: String): List<String> {
    val prefix = script.replace('.', '/') + "$"
    val directory = prefix.substringBeforeLast('/', "")
    return classes.keys
        .filter { it.startsWith(prefix) }
        .map { it.removePrefix(prefix).removeSuffix(".class") }
        .filterNot { '$' in it || it.first().isDigit() || it in SYNTHETIC }
        .map { "$directory/$it" }
}

private fun diagnostic(name: String, source: Source, other: Source): Diagnostic {
    val found = Regex("""\b(class|interface|object)\s+(${Regex.escape(name)})\b""").find(source.text)
    val message = "$name is declared in ${other.path.shown()} too, and the two would be confused: rename one"
    val word = found?.groups?.get(2) ?: return Diagnostic(source, 0, 0, 0, message)
    return Diagnostic.at(source, word.range.first, name.length, message)
}

/** Tables that the compiler makes for `when` over enums. */
private val SYNTHETIC = setOf("WhenMappings", "EntriesMappings")
