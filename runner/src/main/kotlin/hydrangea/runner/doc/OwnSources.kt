package hydrangea.runner.doc

/** The text of a class of ours, Java or Kotlin: the build puts the sources beside the classes. */
internal fun ownSource(type: Class<*>): SourceText? {
    val texts = files(type).map { type.getResourceAsStream("/$it") ?: return null }
    return SourceText(texts.joinToString("\n") { text -> text.use { it.readBytes().decodeToString() } })
}

/** A class of Kotlin's functions is compiled from one file, or put together from several. */
private fun files(type: Class<*>): List<String> {
    val name = type.name.replace('.', '/')
    val kotlin = type.getAnnotation(Metadata::class.java) ?: return listOf("$name.java")
    return when (kotlin.kind) {
        MULTI_FILE ->
            kotlin.data1.map {
                "${name.substringBeforeLast('/')}/${it.substringAfter("__")}".removeSuffix("Kt") + ".kt"
            }
        FILE -> listOf(name.removeSuffix("Kt") + ".kt")
        else -> listOf("$name.kt")
    }
}

private const val FILE = 2
private const val MULTI_FILE = 4
