package hydrangea.runner.run

import java.time.Instant

/** What time it is, and how long it has been going: time is an argument. */
interface Watch {
    fun now(): Instant

    /** Seconds since some fixed moment; never runs backwards. */
    fun seconds(): Double
}

/** The machine's clocks. */
object SystemWatch : Watch {
    override fun now(): Instant = Instant.now()

    override fun seconds() = System.nanoTime() / 1e9
}
