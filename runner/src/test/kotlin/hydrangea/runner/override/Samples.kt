package hydrangea.runner.override

import hydrangea.dsl.choice
import hydrangea.dsl.param
import hydrangea.runner.UsageError
import hydrangea.runner.catalogue.Catalogue
import hydrangea.runner.doc.Docs
import hydrangea.runner.doc.SourceText
import java.nio.file.Path
import java.time.ZonedDateTime
import kotlin.io.path.readText

internal val catalogue = Catalogue(Class.forName("hydrangea.runner.override.SampleDsl"))

/** The samples' own sources. */
internal val docs = Docs { type ->
    val files =
        when (type) {
            Toy::class.java -> listOf("Samples")
            catalogue.facade -> listOf("SampleDsl", "SampleDslOfFits")
            else -> listOf("SampleSpecs")
        }
    SourceText(files.joinToString("\n") { Path.of("src/test/kotlin/hydrangea/runner/override/$it.kt").readText() })
}

internal val threeModes =
    gaussianMixture(listOf(listOf(0.0, 0.5), listOf(-0.5, -0.5), listOf(0.5, -0.5)), weights = listOf(1.4, 1.2, 1.0))

/** A script without parameters. */
internal fun plain(): Experiment = fit(threeModes, gaussian(), reverseKl(), optimizer = adam(schedule = cosine()))

/** What a script with parameters compiles to. */
internal class Toy {
    val targetStd by param(0.01)

    /** Of the hidden layers. The first is nearest to the input. */
    val widths by param(listOf(128, 128))
    val size by choice("small" to 64, "large" to 256)
    val result = fit(threeModes, meanFlow(widths, targetStd), meanFlowMatching(), batch = size)
}

/** A script with a choice named after its place, and one that is not. */
internal class Chosen {
    val actor by choice<ActorSpec<*>>("gaussian" to gaussian(listOf(32)), "meanFlow" to meanFlow(listOf(16)))
    val rate by choice("constant" to constant(), "cosine" to cosine(0.5))
    val result = fit(threeModes, actor, meanFlowMatching(), adam(schedule = rate))
}

/** What interpolations see in the tests. */
private val launch =
    Launch(
        mapOf("RATE" to "0.25", "NAME" to "a b", "ACTOR" to "flow(layers=2)", "KEY" to "batch", "EMPTY" to "")::get
    ) {
        ZonedDateTime.parse("2026-11-21T09:05:07.012345+01:00")
    }

/** A script with members. */
internal fun study(): Experiment =
    study(mapOf("gauss" to plain(), "mean flow" to fit(threeModes, meanFlow(listOf(8)), meanFlowMatching())))

internal fun <E : Any> resolved(script: () -> E, vararg said: String, configs: List<Path> = emptyList()): Resolved<E> =
    Resolver(catalogue, launch, docs) { "${it.simpleName}.exp.kts" }.resolve(said.toList(), configs, script)

internal fun problems(script: () -> Any, vararg said: String, configs: List<Path> = emptyList()): List<String> =
    try {
        resolved(script, *said, configs = configs)
        emptyList()
    } catch (e: UsageError) {
        e.problems
    }

/** The value that a key has after these overrides. */
internal fun value(script: () -> Any, key: String, vararg said: String): String =
    resolved(script, *said).settings.first { it.key == key }.value

/** What the grammar makes of a text that stands as a value. */
internal fun parsedAgain(text: String): String = (parseValue(text) as Value.Text).value
