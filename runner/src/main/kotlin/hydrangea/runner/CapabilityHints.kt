package hydrangea.runner

import hydrangea.models.SpecNames
import hydrangea.models.actor.ActorSpec
import hydrangea.models.training.Capabilities
import hydrangea.runner.script.Diagnostic
import hydrangea.runner.script.Hints
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import kotlin.jvm.optionals.getOrNull

/** Says, beneath the compiler's word on an objective that does not fit its actor, which one would. */
object CapabilityHints : Hints {
    private val MISMATCH = Regex("""actual type is 'FitObjective<(?:in )?(\w+),.*but 'FitObjective<in (\w+),""")

    override fun hint(diagnostic: Diagnostic): String? {
        val (needed, offered) = MISMATCH.find(diagnostic.message)?.destructured ?: return null
        val need = Capabilities.named(needed).getOrNull() ?: return null
        val offer = Capabilities.named(offered).getOrNull() ?: return null
        if (need.isAssignableFrom(offer)) return null
        val actor = if (offer.isInterface) "this actor" else SpecNames.of(offer)
        return "hint: " + Capabilities.refusal(meant(diagnostic), need, actor, offer)
    }

    /** The text that the diagnostic is about. */
    private fun meant(diagnostic: Diagnostic) =
        diagnostic.sourceLine.drop(diagnostic.column - 1).take(diagnostic.width).trim()
}

/** What the actors of an entry can do, for `list`. */
internal fun offers(returned: Type): String? {
    val type = returned as? ParameterizedType ?: return null
    if (type.rawType != ActorSpec::class.java) return null
    val actor = type.actualTypeArguments.single() as? Class<*> ?: return null
    return Capabilities.of(actor).joinToString()
}
