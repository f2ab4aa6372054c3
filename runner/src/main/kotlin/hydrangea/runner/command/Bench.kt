package hydrangea.runner.command

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.options.split
import com.github.ajalt.clikt.parameters.types.choice
import com.github.ajalt.clikt.parameters.types.double
import com.github.ajalt.clikt.parameters.types.enum
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.restrictTo
import hydrangea.models.nn.Activation
import hydrangea.runner.Project
import hydrangea.runner.bench.Size
import hydrangea.runner.bench.WORKLOADS
import hydrangea.runner.bench.Workload
import hydrangea.runner.bench.measure
import hydrangea.runner.bench.replicas
import hydrangea.runner.catalogue.table
import hydrangea.runner.run.jsonLine
import java.util.Locale

/** `hydrangea bench [WORKLOAD ...]`: times hot paths beside the least that they can cost. */
class Bench : CliktCommand() {
    private val workloads by
        argument("WORKLOAD", help = "what to measure; without any, all are listed")
            .choice(WORKLOADS.associateBy { it.name })
            .multiple()
    private val batch by option("--batch", help = "rows of a batch (256)").int().restrictTo(min = 1).default(256)
    private val hidden by
        option("--hidden", metavar = "N,...", help = "widths of the hidden layers (256,256,256)")
            .int()
            .restrictTo(min = 1)
            .split(",")
            .default(listOf(256, 256, 256))
    private val activation by
        option("--activation", help = "of the hidden layers (silu)")
            .enum<Activation> { it.name.lowercase() }
            .default(Activation.SILU)
    private val threadsSaid by threads("hydrangea.yaml's, or 1")
    private val threads: Int by lazy { threadsSaid ?: Project.ofThisProcess().settings.threads }
    private val replicas by
        option("--replicas", metavar = "N", help = "trainings side by side, against one alone (1)")
            .int()
            .restrictTo(min = 1)
            .default(1)
    private val seconds by
        option(
                "--seconds",
                metavar = "S",
                help = "how long to measure each, after a warm-up of two and a half times that (4)",
            )
            .double()
            .restrictTo(min = 0.0)
            .default(4.0)
    private val json by option("--json", help = "a line of JSON for every workload").flag()

    override fun help(context: Context) = "Measures hot paths: microseconds of an update, and of its bare work."

    override fun run() {
        if (workloads.isEmpty()) return echo(table(listOf("workload", ""), WORKLOADS.map { listOf(it.name, it.about) }))
        prepareEngine(threads)
        val rows = workloads.map { if (replicas == 1) alone(it) else sideBySide(it) }
        if (!json) echo(table(rows.first().keys.toList(), rows.map { row -> row.values.map(::shown) }), false)
    }

    private fun alone(workload: Workload): Map<String, Any> {
        val measured = workload.start(size()).use { measure(it, seconds) }
        return told(
            mapOf(
                "workload" to workload.name,
                "microsPerUpdate" to measured.micros,
                "floorMicros" to measured.floorMicros,
                "floorShare" to measured.floorShare,
            )
        )
    }

    private fun sideBySide(workload: Workload): Map<String, Any> {
        val measured = replicas({ workload.start(size()) }, replicas, seconds)
        return told(
            mapOf(
                "workload" to workload.name,
                "replicas" to replicas,
                "microsPerUpdate" to measured.micros,
                "aloneMicros" to measured.aloneMicros,
                "ratio" to measured.ratio,
                "sameNumbers" to measured.sameNumbers,
            )
        )
    }

    /** JSON comes line by line as it is measured, with what it depends on. */
    private fun told(row: Map<String, Any>): Map<String, Any> =
        row.also {
            val setting = mapOf("batch" to batch, "hidden" to hidden, "activation" to activation.name.lowercase())
            if (json) echo(jsonLine(row + setting + mapOf("threads" to threads)))
        }

    private fun size() = Size(batch, hidden, activation)

    private fun shown(value: Any): String = if (value is Double) "%.4g".format(Locale.ROOT, value) else "$value"
}
