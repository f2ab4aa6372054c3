package hydrangea.runner.run

import com.github.ajalt.mordant.terminal.Terminal
import hydrangea.models.training.Training
import hydrangea.models.training.Training.Progress
import hydrangea.runner.UsageError
import hydrangea.runner.curve.efficiency
import hydrangea.runner.curve.members

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
    private val meter = Meter(watch, job.resumed?.from ?: Tally())
    private val speed = meter.Speed(memory = 3.0)
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
        val reserve = Reserve(directory.reserve)
        Heartbeat(directory.status, ::heartbeat).use {
            keepInputs()
            record.begin()
            Keep(directory, job, plots, meter, watch).use { keep -> attempt("training") { started(keep) } }
            attempt("efficiency") { offerEfficiency() }
            attempt("plots") { plots.finish() }
            reserve.free()
            attempt("record") { record.end(outcome, meter, results) }
            stage = outcome.status
        }
        if (results.isNotEmpty()) terminal.rawPrint(table(results))
    }

    /** It has the clock on an axis, which trainings know nothing of. */
    private fun offerEfficiency() {
        val members = members(metricsRows(directory.metrics), finished = outcome == Outcome.Finished)
        efficiency(job.name, members)?.let { plots.offer("efficiency", it) }
    }

    private fun keepInputs() {
        replace(directory.config, job.config)
        if (job.resumed == null) copy(job.sources, directory.script)
    }

    private fun started(keep: Keep) =
        job.start().use { training ->
            stage = Status.RUNNING
            progress = training.progress()
            log.line("running ${job.script.path}, seed ${job.seed}, ${job.threads} threads, from ${progress.words()}")
            if (job.resumed?.entry != null) terminal.rawPrint("going on from ${progress.words()}\n")
            if (keep.missingRows > 0) note("metrics.csv lacks ${keep.missingRows} rows that it had")
            meter.trainingBegins()
            attempt("training") { train(training, keep) }
            meter.trainingEnds()
            val ended = outcome
            attempt("metrics") { keep.ledger.flush() }
            if (ended is Outcome.Finished || ended is Outcome.Cancelled) {
                attempt("checkpoint") { keep.checkpoint(training) }
                attempt("results") { measure(training, keep.ledger) }
            }
        }

    private fun train(training: Training, keep: Keep) {
        ProgressDisplay(terminal, watch).use { display ->
            while (!progress.finished()) {
                interruption.requested()?.let {
                    outcome = Outcome.Cancelled(it)
                    return
                }
                training.advance(keep.ledger)
                keep.updated(training, progress)
                progress = training.progress()
                display.offer { Standing(progress, speed.read(), keep.ledger.loss, meter.left(progress.done)) }
            }
        }
    }

    private fun measure(training: Training, ledger: Ledger) {
        results = training.results(ledger) + rates(training.counts())
        ledger.flush()
    }

    /** Of episodes their seconds too: those of a planner are as long as updates are short. */
    private fun rates(counts: Map<String, Long>): Map<String, Double> {
        val rates = counts.toSortedMap().mapKeys { "${it.key}PerSecond" }.mapValues { meter.rate(it.value) }
        val episodes = counts["episodes"]?.takeIf { it > 0 } ?: return rates
        return rates + ("secondsPerEpisode" to meter.trainingSeconds() / episodes)
    }

    /** Does [action]; the first problem decides how the run ends, later ones are only logged. */
    private fun attempt(what: String, action: () -> Unit) {
        try {
            action()
        } catch (e: Throwable) {
            if (e is UsageError && stage == Status.PENDING) throw e
            log.trace(what, e)
            if (outcome is Outcome.Finished) outcome = Outcome.of(e)
        }
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
        ) + Provenance.here()

    private fun farewell(): String {
        val where = if (progress.of > 0) " at ${progress.words()}" else " before the first update"
        return when (val end = outcome) {
            is Outcome.Cancelled -> "${end.reason}$where" + how()
            is Outcome.Failed ->
                "failed: ${end.reason}" + (if (log.works) " (the trace is in ${directory.log})" else "") + how()
            else -> "${end.status}: ${end.reason}"
        }
    }

    private fun how() = if (directory.checkpoints.exist()) "; to go on, say: ${resumeCommand(directory.path)}" else ""

    private fun note(text: String) {
        log.line(text)
        terminal.rawPrint("$text\n", stderr = true)
    }
}
