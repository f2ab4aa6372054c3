package hydrangea.runner.run

import com.google.gson.JsonObject
import kotlin.jvm.optionals.getOrNull
import kotlin.math.abs

/** A process of this or another machine, which its number alone does not name: numbers are given again. */
internal data class Pid(val host: String, val number: Long, val since: Long?) {
    /** The process, if it is alive and on this machine. */
    fun alive(): ProcessHandle? {
        if (host != Provenance.host) return null
        val handle = ProcessHandle.of(number).getOrNull()?.takeIf { it.isAlive } ?: return null
        val started = since(handle)
        return handle.takeIf { since == null || started == null || abs(started - since) < CLOCK_STEPS }
    }

    fun told() = mapOf("host" to host, "pid" to number, "pidSince" to since)

    companion object {
        /** This process. */
        fun own() = of(ProcessHandle.current())

        fun of(handle: ProcessHandle) = Pid(Provenance.host, handle.pid(), since(handle))

        /** The process that [told] names, if it names one. */
        fun from(told: JsonObject): Pid? {
            val number = told["pid"]?.takeIf { it.isJsonPrimitive } ?: return null
            val since = told["pidSince"]?.takeIf { it.isJsonPrimitive }
            return Pid(told.text("host").orEmpty(), number.asLong, since?.asLong)
        }

        /** Milliseconds: the time of a start is told from that of the boot, which moves with the clock. */
        const val CLOCK_STEPS = 5_000L

        /** In milliseconds; null where the system does not tell. */
        private fun since(handle: ProcessHandle) = handle.info().startInstant().getOrNull()?.toEpochMilli()
    }
}

/** Whether the process that [record] names, of a run or a sweep that is running, is alive on this machine. */
internal fun atWork(record: JsonObject): Boolean =
    Status.of(record.text("status")) == Status.RUNNING && Pid.from(record)?.alive() != null
