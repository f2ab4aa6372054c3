package hydrangea.runner.bench

/** Microseconds of an update, the median of its blocks, and of its floor, the best of its own. */
class Measured(val micros: Double, val floorMicros: Double) {
    val floorShare = floorMicros / micros
}

/** Times blocks of updates and of their floor in turn, for [seconds] after a warm-up. */
fun measure(subject: Subject, seconds: Double): Measured {
    warmUp(subject, seconds)
    val updates = blockSize(subject::update)
    val floors = blockSize(subject::floor)
    val rounds = rounds(seconds) { micros(updates, subject::update) to micros(floors, subject::floor) }
    return Measured(median(rounds.map { it.first }), rounds.minOf { it.second })
}

/** What [round] gives, again and again for [seconds], three times at the least. */
internal fun <T> rounds(seconds: Double, round: () -> T): List<T> {
    val end = System.nanoTime() + nanos(seconds)
    return buildList { while (System.nanoTime() < end || size < MIN_ROUNDS) add(round()) }
}

/** Eight seconds it takes the JVM to have compiled what is hot, where it has but the core that is being measured. */
internal fun warmUp(subject: Subject, seconds: Double) {
    val end = System.nanoTime() + nanos(seconds * WARM_UP)
    while (System.nanoTime() < end) {
        subject.update()
        subject.floor()
    }
}

/** How many make a block that the clock and an interruption of the machine do not blur. */
internal fun blockSize(action: () -> Unit): Int {
    micros(PROBES, action)
    return (BLOCK_MICROS / micros(PROBES, action)).toInt().coerceAtLeast(1)
}

internal fun micros(times: Int, action: () -> Unit): Double {
    val start = System.nanoTime()
    repeat(times) { action() }
    return (System.nanoTime() - start) / 1e3 / times
}

internal fun median(values: List<Double>): Double {
    val sorted = values.sorted()
    return (sorted[(sorted.size - 1) / 2] + sorted[sorted.size / 2]) / 2
}

private fun nanos(seconds: Double) = (seconds * 1e9).toLong()

private const val BLOCK_MICROS = 50_000
private const val MIN_ROUNDS = 3
private const val PROBES = 5
private const val WARM_UP = 2.5
