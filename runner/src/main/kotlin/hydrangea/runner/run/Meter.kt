package hydrangea.runner.run

import kotlin.math.exp

/** Counts updates and says how fast they come; goes on counting where [from] stands. */
internal class Meter(private val watch: Watch, private val from: Tally = Tally()) {
    private val start = watch.seconds() - from.seconds
    private var trainingFrom = from.seconds
    private var trainingTo: Double? = null

    var updates = from.updates
        private set

    /** Seconds since the run began. */
    fun seconds() = watch.seconds() - start

    /** Seconds spent in training, what it measures on the way included. */
    fun trainingSeconds() = from.trainingSeconds + (trainingTo ?: seconds()) - trainingFrom

    /** Updates a second over the whole training. */
    fun overall() = rate(updates)

    /** So many a second over the whole training. */
    fun rate(count: Long) = rate(count, trainingSeconds())

    fun trainingBegins() {
        trainingFrom = seconds()
    }

    fun trainingEnds() {
        trainingTo = seconds()
    }

    /** One update is done. */
    fun count() {
        updates++
    }

    /** A speed that is read now and then; it forgets what lies [memory] seconds back. */
    inner class Speed(private val memory: Double = 0.0) {
        private var lastUpdates = updates
        private var lastSeconds = 0.0
        private var last = 0.0

        /** Updates a second since this was read before. */
        fun read(): Double {
            val now = seconds()
            if (updates > lastUpdates) {
                val passed = now - maxOf(lastSeconds, trainingFrom)
                val fresh = rate(updates - lastUpdates, passed)
                last = if (last == 0.0) fresh else fresh + (last - fresh) * exp(-passed / memory)
                lastUpdates = updates
                lastSeconds = now
            }
            return last
        }
    }

    /** Seconds to go at the average speed so far, or null where nothing is done yet. */
    fun left(done: Double): Double? = if (done > 0) trainingSeconds() * (1 - done) / done else null

    private fun rate(updates: Long, seconds: Double) = if (seconds > 0) updates / seconds else 0.0
}
