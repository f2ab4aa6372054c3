package hydrangea.dsl

import hydrangea.envs.EnvSpec
import hydrangea.envs.arm.ArmTask
import hydrangea.envs.noise.Noise
import hydrangea.models.SpecNames
import hydrangea.models.actor.ActorSpec
import hydrangea.models.actor.BaseDistribution
import hydrangea.models.actor.Decoder
import hydrangea.models.actor.Exploration
import hydrangea.models.critic.CriticSpec
import hydrangea.models.estimation.Draw
import hydrangea.models.estimation.EstimatorSpec
import hydrangea.models.estimation.Inputs
import hydrangea.models.family.Family
import hydrangea.models.family.Features
import hydrangea.models.family.Sampling
import hydrangea.models.loss.RegressionLoss
import hydrangea.models.measure.Measure
import hydrangea.models.nn.Initializer
import hydrangea.models.nn.TimeEmbedding
import hydrangea.models.objective.FitObjective
import hydrangea.models.objective.LearnObjective
import hydrangea.models.objective.TargetUpdate
import hydrangea.models.objective.Temperature
import hydrangea.models.objective.TimeSampling
import hydrangea.models.objective.ValueLoss
import hydrangea.models.optimizer.OptimizerSpec
import hydrangea.models.optimizer.Schedule
import hydrangea.models.planning.KnowledgeSpec
import hydrangea.models.planning.PlannerSpec
import hydrangea.models.target.TargetSpec
import hydrangea.models.training.EarlyStop
import hydrangea.models.training.Experiment
import hydrangea.models.training.StudyFigure
import hydrangea.models.training.Sweep
import hydrangea.models.value.ValueSpec
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe
import java.lang.reflect.Modifier
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.reflect.KClass
import kotlin.reflect.KFunction
import kotlin.reflect.KParameter
import kotlin.reflect.jvm.kotlinFunction

private val CATALOGUES =
    listOf(
        ActorSpec::class,
        ArmTask::class,
        BaseDistribution::class,
        CriticSpec::class,
        Decoder::class,
        Draw::class,
        EarlyStop::class,
        EnvSpec::class,
        Experiment::class,
        EstimatorSpec::class,
        Exploration::class,
        Family::class,
        Features::class,
        FitObjective::class,
        Initializer::class,
        Inputs::class,
        KnowledgeSpec::class,
        LearnObjective::class,
        Measure::class,
        Noise::class,
        OptimizerSpec::class,
        PlannerSpec::class,
        RegressionLoss::class,
        Sampling::class,
        Schedule::class,
        StudyFigure::class,
        Sweep::class,
        TargetSpec::class,
        TargetUpdate::class,
        Temperature::class,
        TimeEmbedding::class,
        TimeSampling::class,
        ValueLoss::class,
        ValueSpec::class,
    )

private val FUNCTIONS: List<KFunction<*>> =
    Class.forName("hydrangea.dsl.Dsl")
        .methods
        .filter { Modifier.isStatic(it.modifiers) && '$' !in it.name }
        .mapNotNull { it.kotlinFunction }

class CatalogueSpec :
    FunSpec({
        val records = CATALOGUES.flatMap { it.java.permittedSubclasses.toList() }.filter { it.isRecord }

        test("every record of a catalogue has a function with its components' names, in their order") {
            for (record in records) {
                val name = SpecNames.of(record)
                withClue("the DSL function of ${record.name}, $name(...)") {
                    val function = FUNCTIONS.firstOrNull { it.name == name }.shouldNotBeNull()
                    function.parameters.map(::nameOf) shouldContainExactly record.recordComponents.map { it.name }
                }
            }
        }

        test("functions return the interface, never the record") {
            val returned = FUNCTIONS.map { it to it.returnType.classifier }
            returned.filter { (_, type) -> type in records.map { it.kotlin } }.map { it.first.name } shouldBe
                emptyList()
        }

        test("signatures and defaults are those on record, in src/test/resources/catalogue.txt") {
            val now = FUNCTIONS.filter(::buildsASpec).map(::signature).sorted().joinToString("\n", postfix = "\n")
            val written = Path.of("target/catalogue.txt").also { Files.createDirectories(it.parent) }
            written.writeText(now)
            withClue("if the change is meant, copy target/catalogue.txt over it and let the diff be reviewed") {
                now shouldBe Path.of("src/test/resources/catalogue.txt").readText()
            }
        }
    })

/** What a function extends is named by its type. */
private fun nameOf(parameter: KParameter) =
    parameter.name ?: (parameter.type.classifier as KClass<*>).simpleName?.replaceFirstChar(Char::lowercase)

private fun buildsASpec(function: KFunction<*>) =
    CATALOGUES.any { catalogue -> catalogue.java.isAssignableFrom(returned(function)) }

private fun returned(function: KFunction<*>) = (function.returnType.classifier as KClass<*>).java

private fun signature(function: KFunction<*>): String {
    val built = if (function.parameters.all { it.isOptional }) function.callBy(emptyMap()) else null
    val parameters =
        function.parameters.joinToString(", ") { parameter ->
            val value = built?.let { component(it, parameter.name) }
            val default = value?.let { " = $it" } ?: if (parameter.isOptional) " = ..." else ""
            "${nameOf(parameter)}: ${shortened(parameter.type.toString())}$default"
        }
    return "${function.name}($parameters): ${shortened(function.returnType.toString())}"
}

private fun component(record: Any, name: String?): String? =
    record.javaClass.recordComponents
        ?.firstOrNull { it.name == name }
        ?.let { shortened("${it.accessor.invoke(record)}") }

private fun shortened(type: String) = type.replace(Regex("\\b([a-z]+\\.)+(?=[A-Z])"), "").replace("!", "")
