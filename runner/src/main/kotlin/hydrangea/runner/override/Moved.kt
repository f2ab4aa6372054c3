package hydrangea.runner.override

/** These overrides with the keys that their places have once elements before them are removed. */
internal fun List<Override>.moved(): List<Override> {
    val removed = filter { it.verb == Verb.DEL }.map { it.key }
    return if (removed.isEmpty()) this else map { it.copy(key = moved(it.key, removed)) }
}

private fun moved(key: Key, removed: List<Key>) =
    Key(
        key.segments.mapIndexed { i, segment ->
            val index = segment.toIntOrNull() ?: return@mapIndexed segment
            val list = key.segments.take(i)
            "${index - removed.count { isBefore(it, list, index) }}"
        }
    )

private fun isBefore(removed: Key, list: List<String>, index: Int) =
    removed.segments.dropLast(1) == list && (removed.segments.last().toIntOrNull() ?: index) < index

/** The `+=` that brought the element of a list at [key], with that element for its value. */
internal fun List<Override>.appended(key: Key, resolution: Resolution<*>): Override? {
    val appends = filter { it.verb == Verb.APPEND && it.key.covers(key) && it.key != key }
    val list = appends.firstOrNull()?.key ?: return null
    val size = (resolution.find(list)?.value as? List<*>)?.size ?: return null
    val index = key.segments[list.segments.size].toIntOrNull() ?: return null
    val elements = appends.flatMap { append -> (append.value as Value.Sequence).items.map { append to it } }
    val (append, element) = elements.getOrNull(index - (size - elements.size)) ?: return null
    return append.copy(key = list + "$index", value = element)
}
