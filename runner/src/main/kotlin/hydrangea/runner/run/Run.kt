package hydrangea.runner.run

import com.github.ajalt.mordant.terminal.Terminal
import hydrangea.models.training.NonFiniteLoss
import hydrangea.models.training.Training
import hydrangea.models.training.Training.Progress
import hydrangea.runner.UsageError
import java.io.IOException
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

/** One job in one directory, from start to end. */
internal class Run(
    private val job: Job,
    private val directory: RunDirectory,
    private val terminal: Terminal,
    private val watch: Watch,
    private val interruption: Interruption,
) {
    private val log = RunLog(directory.log, watch)
    private val plots = Plots(directory.plots, log) { note(it) }
    private val meter = Meter(watch)
    private val speed = meter.Speed(memory = 3.0)
    private val checkpoint = Checkpoint(directory.checkpoint)
    private var results: Map<String, Any> = emptyMap()
    @Volatile private var outcome: Outcome = Outcome.Finished
    @Volatile private var stage = Status.PENDING
    @Volatile private var progress = Progress("start", 0, 0, 0.0)

    /** @throws UsageError when the job refuses to start */
    fun execute(): Outcome {
        attempt("run") { recorded() }
        if (outcome == Outcome.Finished) log.line(outcome.reason) else note(farewell())
        return outcome
    }

    private fun recorded() {
        val record = RunRecord(directory.record, job, watch)
        Heartbeat(directory.status, ::heartbeat).use {
            keepInputs()
            record.begin()
            MetricsCsv(directory.metrics).use { csv ->
                EventFiles(directory.path, watch, keep = 0).use { events ->
                    attempt("training") { started(Ledger(csv, events, plots, meter)) }
                }
            }
            attempt("plots") { plots.finish() }
            attempt("record") { record.end(outcome, meter.seconds(), meter.updates, meter.overall, results) }
            stage = outcome.status
        }
        if (results.isNotEmpty()) terminal.rawPrint(table(results))
    }

    private fun started(ledger: Ledger) =
        job.start().use { training ->
            stage = Status.RUNNING
            log.line("running ${job.script.path}, seed ${job.seed}, ${job.threads} threads")
            meter.trainingBegins()
            attempt("training") { train(training, ledger) }
            meter.trainingEnds()
            val ended = outcome
            attempt("metrics") { ledger.flush() }
            if (ended !is Outcome.Failed) attempt("checkpoint") { checkpoint.save(training) }
            if (ended is Outcome.Finished || ended is Outcome.Cancelled)
                attempt("results") { measure(training, ledger) }
        }

    private fun train(training: Training, ledger: Ledger) {
        ProgressDisplay(terminal, watch).use { display ->
            progress = training.progress()
            while (!progress.finished()) {
                interruption.requested()?.let {
                    outcome = Outcome.Cancelled(it)
                    return
                }
                training.advance(ledger)
                meter.count()
                ledger.flush()
                progress = training.progress()
                display.offer { Standing(progress, speed.read(), ledger.loss, meter.left(progress.done)) }
            }
        }
    }

    private fun measure(training: Training, ledger: Ledger) {
        results = training.results(ledger)
        ledger.flush()
    }

    private fun keepInputs() {
        directory.config.writeText(job.config)
        for ((path, source) in layout(listOf(job.script) + job.imports)) {
            val copy = directory.script.resolve(path)
            copy.parent.createDirectories()
            copy.writeText(source.text)
        }
    }

    /** Does [action]; the first problem decides how the run ends, later ones are only logged. */
    private fun attempt(what: String, action: () -> Unit) {
        try {
            action()
        } catch (e: Throwable) {
            if (e is UsageError && stage == Status.PENDING) throw e
            log.trace(what, e)
            if (outcome is Outcome.Finished) outcome = outcome(e)
        }
    }

    private fun outcome(problem: Throwable): Outcome =
        when (problem) {
            is NonFiniteLoss -> Outcome.Diverged(problem.message ?: "the loss is not finite")
            is UnwritableFile -> Outcome.Failed(problem.message ?: "a file cannot be written")
            is IOException -> Outcome.Failed(reason(problem))
            else -> Outcome.Failed(problem.toString())
        }

    private fun heartbeat() =
        mapOf(
            "status" to "$stage",
            "phase" to progress.phase,
            "step" to progress.step,
            "of" to progress.of,
            "done" to progress.done,
            "updates" to meter.updates,
            "heartbeat" to "${watch.now()}",
            "host" to Provenance.host,
            "pid" to ProcessHandle.current().pid(),
        )

    private fun farewell(): String {
        val where =
            progress.run { if (of > 0) " at update $step of $of of phase $phase" else " before the first update" }
        return when (val end = outcome) {
            is Outcome.Cancelled -> end.reason + where
            is Outcome.Failed -> "failed: ${end.reason}" + if (log.works) " (the trace is in ${directory.log})" else ""
            else -> "${end.status}: ${end.reason}"
        }
    }

    private fun note(text: String) {
        log.line(text)
        terminal.rawPrint("$text\n", stderr = true)
    }
}
