package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.options.convert
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.choice
import com.github.ajalt.clikt.parameters.types.double
import com.github.ajalt.clikt.parameters.types.enum
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.restrictTo
import hydrangea.models.nn.Activation
import hydrangea.runner.bench.Size
import hydrangea.runner.bench.Workload
import hydrangea.runner.bench.measure
import hydrangea.runner.run.useThreads

class Bench : CliktCommand() {
    private val workloads by argument("WORKLOAD").choice(Workload.entries.associateBy { it.title }).multiple()
    private val batch by option("--batch").int().restrictTo(min = 1).default(256)
    private val hidden by option("--hidden").convert { it.split(",").map(String::toInt) }.default(listOf(256, 256, 256))
    private val activation by option("--activation").enum<Activation>().default(Activation.SILU)
    private val threads by option("--threads").int().restrictTo(min = 1).default(1)
    private val seconds by option("--seconds").double().default(4.0)

    override fun help(context: Context) = "Measures the hot paths."

    override fun run() {
        useThreads(threads)
        for (workload in workloads) {
            val m = workload.start(Size(batch, hidden, activation)).use { measure(it, seconds) }
            echo("%-20s %8.1f %8.1f %.3f".format(workload.title, m.micros, m.floor, m.share))
        }
    }
}
