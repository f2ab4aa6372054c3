package hydrangea.runner

import hydrangea.models.SpecNames
import hydrangea.models.actor.ActorSpec
import hydrangea.models.measure.Measure
import hydrangea.models.objective.FitObjective
import hydrangea.models.objective.LearnObjective
import hydrangea.models.target.Target
import hydrangea.models.target.TargetSpec
import hydrangea.models.training.Capabilities
import hydrangea.runner.catalogue.Abilities
import hydrangea.runner.script.Diagnostic
import hydrangea.runner.script.Hints
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import kotlin.jvm.optionals.getOrNull

/** Says, beneath the compiler's word on an objective that does not fit its actor, which one would. */
object CapabilityHints : Hints {
    private val MISMATCH = Regex("""actual type is '(Fit|Learn)Objective<(?:in )?(\w+).*but '\1Objective<in (\w+)""")

    override fun hint(diagnostic: Diagnostic): String? {
        val (kind, needed, offered) = MISMATCH.find(diagnostic.message)?.destructured ?: return null
        val need = Capabilities.named(needed).getOrNull() ?: return null
        val offer = Capabilities.named(offered).getOrNull() ?: return null
        if (need.isAssignableFrom(offer)) return null
        val actor = if (offer.isInterface) "this actor" else SpecNames.of(offer)
        val why = if (kind == "Fit") Capabilities::refusal else Capabilities::lack
        return "hint: " + why(meant(diagnostic), need, actor, offer)
    }

    /** The text that the diagnostic is about. */
    private fun meant(diagnostic: Diagnostic) =
        diagnostic.sourceLine.drop(diagnostic.column - 1).take(diagnostic.width).trim()
}

/** What an entry of the catalogue can do or asks for, as the compiler knows it; for `list`. */
internal fun abilities(returned: Type, built: Any?): Abilities {
    val type = (returned as? ParameterizedType)?.rawType
    val abilities = (returned as? ParameterizedType)?.actualTypeArguments.orEmpty().map(::words)
    return when {
        type == ActorSpec::class.java || type == TargetSpec::class.java -> Abilities(offers = abilities.single())
        type == LearnObjective::class.java -> Abilities(needs = abilities.single())
        type == FitObjective::class.java -> Abilities(needs = abilities[0] + ofTarget(abilities[1]))
        built is Measure && built.needsOfTarget() != Target::class.java ->
            Abilities(needs = ofTarget(words(built.needsOfTarget())))
        else -> Abilities()
    }
}

private fun words(ability: Type): List<String> = (ability as? Class<*>)?.let(Capabilities::of).orEmpty()

private fun ofTarget(abilities: List<String>) = abilities.map { "a target with $it" }
