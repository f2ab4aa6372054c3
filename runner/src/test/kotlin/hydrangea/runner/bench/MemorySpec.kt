package hydrangea.runner.bench

import hydrangea.models.nn.Activation
import hydrangea.models.nn.NativeScope
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.longs.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.exists
import kotlin.io.path.readLines

private val STATUS = Path("/proc/self/status")

/** What a process holds after some updates. */
private data class Held(val arrays: Long, val bytes: Long, val residentKilobytes: Long)

/** Trains, and says on a line each what the process holds after 1,000 and after 20,000 updates. */
internal object LongTraining {
    @JvmStatic
    fun main(names: Array<String>) {
        val workload = WORKLOADS.single { it.name == names.single() }
        workload.start(Size(64, listOf(32, 32), Activation.SILU)).use { subject ->
            for (updates in listOf(1_000, 19_000)) {
                repeat(updates) { subject.update() }
                println("${NativeScope.liveArrays()} ${NativeScope.liveBytes()} ${resident()}")
            }
        }
    }

    private fun resident() = STATUS.readLines().first { it.startsWith("VmRSS:") }.filter(Char::isDigit)
}

/**
 * In a process of its own, whose heap is all there from the start; without the second compiler, whose own memory comes
 * and goes while it works.
 */
private fun held(workload: String): List<Held> {
    val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
    val heap = listOf("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1")
    val engine = listOf("-Dai.djl.offline=true", "-Dai.djl.pytorch.num_threads=1")
    val program = listOf("-cp", System.getProperty("java.class.path"), LongTraining::class.java.name, workload)
    val process =
        ProcessBuilder(listOf(java) + heap + engine + program).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    val lines = process.inputStream.bufferedReader().readLines()
    process.waitFor() shouldBe 0
    return lines.map { line -> line.split(" ").map(String::toLong).let { (a, b, c) -> Held(a, b, c) } }
}

class MemorySpec :
    FunSpec({
        for (workload in WORKLOADS.map { it.name }.filter { it.startsWith("toy/") } + "sac/gaussian") {
            test("$workload holds no more after 20,000 updates than after 1,000").config(enabled = STATUS.exists()) {
                val (early, late) = held(workload)
                early.arrays shouldBeGreaterThan 0
                late.arrays shouldBe early.arrays
                late.bytes shouldBe early.bytes
                late.residentKilobytes.toDouble() / early.residentKilobytes shouldBeLessThan 1.1
            }
        }
    })
