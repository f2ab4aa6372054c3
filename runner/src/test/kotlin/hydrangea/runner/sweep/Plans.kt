package hydrangea.runner.sweep

import hydrangea.dsl.choice
import hydrangea.dsl.fit
import hydrangea.dsl.gaussian
import hydrangea.dsl.meanFlow
import hydrangea.dsl.meanFlowMatching
import hydrangea.dsl.param
import hydrangea.dsl.reverseKl
import hydrangea.dsl.threeModes
import hydrangea.models.training.Experiment
import hydrangea.models.training.Sweep
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.override.Resolver

private val CATALOGUE = Catalogue(Class.forName("hydrangea.dsl.Dsl"))

/** What a script compiles to. */
internal class Toy(sweep: List<Sweep> = listOf()) {
    val targetStd by param(0.01)
    val size by choice("small" to 8, "large" to 64)
    val experiment =
        fit(threeModes(), meanFlow(listOf(size), targetStd = targetStd), meanFlowMatching(), updates = 9, sweep = sweep)
}

/** A script without parameters. */
internal fun gaussianToy() = fit(threeModes(), gaussian(listOf(8)), reverseKl(), updates = 9)

internal fun planned(
    vararg words: String,
    sweeping: Sweeping = Sweeping(),
    script: () -> Experiment = { Toy().experiment },
): Plan = Planner(CATALOGUE, Resolver(CATALOGUE), script = script).plan(words.toList(), sweeping)

/** What each job says in its own way. */
internal fun Plan.points(): List<String> =
    jobs.map { job -> job.point.map { (key, it) -> "$key=$it" }.joinToString(" ") }

internal fun problems(
    vararg words: String,
    sweeping: Sweeping = Sweeping(),
    script: () -> Experiment = { Toy().experiment },
): List<String> =
    try {
        planned(*words, sweeping = sweeping, script = script)
        emptyList()
    } catch (e: UsageError) {
        e.problems
    }
