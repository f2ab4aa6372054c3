package hydrangea.runner.override

import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.catalogue.didYouMean
import hydrangea.runner.catalogue.spelled

/**
 * Gives overrides with interpolations their values, once: a reference sees the experiment as all other overrides leave
 * it, so those are settled first that change what it refers to.
 */
internal class Freezing<E : Any>(
    private val catalogue: Catalogue,
    launch: Launch,
    private val overrides: List<Override>,
    private val resolve: (List<Override>) -> Resolution<E>,
) {
    private val pending = overrides.filter { isInterpolated(it.value) }.toMutableSet()
    private val settled = HashMap<Override, Override?>()
    private val path = mutableListOf<Override>()
    private val problems = mutableListOf<Problem>()
    private val interpolation = Interpolation(launch, ::referred)
    private var latest: Resolution<E>? = null

    fun resolution(): Resolution<E> {
        while (pending.isNotEmpty()) settle(pending.first())
        val resolution = now()
        return if (problems.isEmpty()) resolution else resolution.with(problems)
    }

    private fun now(): Resolution<E> = latest ?: resolve(known()).also { latest = it }

    private fun known() = overrides.filter { it !in pending }.mapNotNull { if (it in settled) settled[it] else it }

    private fun settle(override: Override) {
        path += override
        settled[override] =
            try {
                filled(override)
            } catch (e: Refusal) {
                problems += Problem(listOf(override), e.message)
                null
            } catch (_: Unjudged) {
                null
            }
        path -= override
        pending -= override
        latest = null
    }

    private fun filled(override: Override): Override {
        val value = interpolation.filled(override.value, override.key)
        return override.copy(value = value, from = override.value.text.takeIf { it != value.text })
    }

    private fun referred(key: Key): Value {
        path.firstOrNull { touches(it.key, key) }?.let { refuseCircle(it, key) }
        while (true) settle(pending.firstOrNull { it !in path && matters(it, key) } ?: break)
        if (settled.any { (override, value) -> value == null && touches(override.key, key) }) throw Unjudged()
        val place = now().find(key) ?: throw Refusal("there is no $key" + didYouMean("$key", now().keys))
        return standing(catalogue.spelled(place.value))
    }

    /** A parameter may change anything in the experiment. */
    private fun matters(override: Override, key: Key) =
        touches(override.key, key) || override.key.segments.first() in now().parameters

    private fun touches(one: Key, other: Key) = one.covers(other) || other.covers(one)

    private fun refuseCircle(from: Override, key: Key): Nothing {
        val circle = path.dropWhile { it != from }.map { it.key } + key
        throw Refusal("\${$key} leads in a circle: ${circle.joinToString(" -> ")}")
    }
}

/** It refers to what is itself wrong, which is told once. */
private class Unjudged : Exception()
