package hydrangea.runner.run

/** Counts updates and says how fast they come. */
internal class Meter(private val watch: Watch) {
    private val start = watch.seconds()
    private var trainingFrom = 0.0

    var updates = 0L
        private set

    /** Updates a second over the whole training. */
    var overall = 0.0
        private set

    /** Seconds since the run began. */
    fun seconds() = watch.seconds() - start

    fun trainingBegins() {
        trainingFrom = seconds()
    }

    fun trainingEnds() {
        overall = rate(updates, seconds() - trainingFrom)
    }

    /** One update is done. */
    fun count() {
        updates++
    }

    /** A speed that is read now and then. */
    inner class Speed {
        private var lastUpdates = 0L
        private var lastSeconds = 0.0
        private var last = 0.0

        /** Updates a second since this was read before. */
        fun read(): Double {
            if (updates > lastUpdates) last = rate(updates - lastUpdates, seconds() - maxOf(lastSeconds, trainingFrom))
            lastUpdates = updates
            lastSeconds = seconds()
            return last
        }
    }

    /** Seconds to go at the average speed so far, or null where nothing is done yet. */
    fun left(done: Double): Double? = if (done > 0) (seconds() - trainingFrom) * (1 - done) / done else null

    private fun rate(updates: Long, seconds: Double) = if (seconds > 0) updates / seconds else 0.0
}
