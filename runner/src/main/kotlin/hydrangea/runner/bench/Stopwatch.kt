package hydrangea.runner.bench

import hydrangea.models.figure.Figure
import hydrangea.models.training.Training

/** Microseconds of an update and of its floor. */
class Measured(val micros: Double, val floor: Double) {
    val share
        get() = floor / micros
}

/** Blocks of updates and of their floor in turn, after as long a warm-up. */
fun measure(subject: Subject, seconds: Double): Measured {
    val warmUp = System.nanoTime() + (maxOf(seconds, 7.0) * 1e9).toLong()
    while (System.nanoTime() < warmUp) subject.update()
    val updates = count(subject::update)
    val floors = count(subject::floor)
    val updateTimes = mutableListOf<Double>()
    val floorTimes = mutableListOf<Double>()
    val end = System.nanoTime() + (seconds * 1e9).toLong()
    while (System.nanoTime() < end || updateTimes.size < 3) {
        updateTimes += micros(updates, subject::update)
        floorTimes += micros(floors, subject::floor)
    }
    return Measured(median(updateTimes), floorTimes.min())
}

private fun count(action: () -> Unit): Int {
    micros(3, action)
    return maxOf(1, (50_000 / micros(10, action)).toInt())
}

private fun micros(times: Int, action: () -> Unit): Double {
    val start = System.nanoTime()
    repeat(times) { action() }
    return (System.nanoTime() - start) / 1e3 / times
}

internal fun median(values: List<Double>): Double {
    val sorted = values.sorted()
    return (sorted[(sorted.size - 1) / 2] + sorted[sorted.size / 2]) / 2
}

internal object Nobody : Training.Output {
    override fun metrics(phase: String, step: Long, values: Map<String, Double>) = Unit

    override fun figure(name: String, figure: Figure) = Unit
}
