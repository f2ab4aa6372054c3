package hydrangea.runner.bench

import java.util.concurrent.Executors
import java.util.concurrent.Future

/**
 * Several of the same side by side, a thread each, against one alone.
 *
 * @property aloneMicros of an update, the median over rounds
 * @property micros of an update of each, side by side
 * @property ratio the median of the rounds' ratios
 * @property sameNumbers whether every one came to what the one alone came to
 */
class Replicas(val aloneMicros: Double, val micros: Double, val ratio: Double, val sameNumbers: Boolean)

/** Rounds of one alone and then [count] side by side, each from its start, for [seconds] after a warm-up. */
fun replicas(start: () -> Subject, count: Int, seconds: Double): Replicas {
    val updates = start().use { warm(it, seconds) }
    val rounds = rounds(seconds) { together(1, updates, start) to together(count, updates, start) }
    return Replicas(
        median(rounds.map { it.first.micros }),
        median(rounds.map { it.second.micros }),
        median(rounds.map { (alone, together) -> together.micros / alone.micros }),
        rounds.flatMap { it.first.fingerprints + it.second.fingerprints }.distinct().size == 1,
    )
}

private class Run(val micros: Double, val fingerprints: List<String>)

private fun warm(subject: Subject, seconds: Double): Int {
    warmUp(subject, seconds)
    return BLOCKS * blockSize(subject::update)
}

private fun together(count: Int, updates: Int, start: () -> Subject): Run {
    val subjects = List(count) { start() }
    val threads = Executors.newFixedThreadPool(count)
    try {
        val begin = System.nanoTime()
        subjects.map { threads.submit { repeat(updates) { _ -> it.update() } } }.forEach(Future<*>::get)
        val micros = (System.nanoTime() - begin) / 1e3 / updates
        return Run(micros, subjects.map { it.fingerprint() })
    } finally {
        threads.shutdown()
        subjects.forEach(Subject::close)
    }
}

private const val BLOCKS = 10
