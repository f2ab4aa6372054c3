package hydrangea.runner.run

/** How often something happens. */
sealed interface Period {
    data class Updates(val count: Long) : Period {
        override fun toString() = "$count"
    }

    data class Seconds(val seconds: Double) : Period {
        override fun toString() = "${seconds.toBigDecimal().toPlainString()}s"
    }

    companion object {
        /** How often a run writes a checkpoint where nobody says otherwise. */
        val OF_CHECKPOINTS: Period = Seconds(30.0)
        private val TEXT = Regex("(\\d+(?:\\.\\d+)?)([smh])|(\\d+)")
        private val SECONDS = mapOf("s" to 1, "m" to 60, "h" to 3600)

        /** `30s`, `5m`, `1h`, or a number of updates; null for any other text. */
        fun of(text: String): Period? {
            val (time, unit, count) = TEXT.matchEntire(text)?.destructured ?: return null
            if (count.isNotEmpty()) return count.toLongOrNull()?.takeIf { it > 0 }?.let(::Updates)
            return (time.toDouble() * SECONDS.getValue(unit)).takeIf { it > 0 }?.let(::Seconds)
        }
    }
}

/** Says when the [period] is over; updates are counted from the first of the run, so that a resumed run keeps step. */
internal class Alarm(private val period: Period, private val meter: Meter) {
    private var from = meter.seconds()

    /** To be asked once after every update. */
    fun due(): Boolean =
        when (period) {
            is Period.Updates -> meter.updates % period.count == 0L
            is Period.Seconds -> (meter.seconds() - from >= period.seconds)
        }

    fun reset() {
        from = meter.seconds()
    }
}
