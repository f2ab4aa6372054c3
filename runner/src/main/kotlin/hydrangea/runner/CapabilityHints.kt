package hydrangea.runner

import hydrangea.models.actor.ActorSpec
import hydrangea.models.training.Capabilities
import hydrangea.runner.script.Diagnostic
import hydrangea.runner.script.Hints
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type

/** Says beneath the compiler's word on an actor and an objective that do not fit which ones would. */
object CapabilityHints : Hints {
    override fun hint(diagnostic: Diagnostic): String? = null
}

/** What the actors of an entry can do, for `list`. */
internal fun offers(returned: Type): String? {
    val type = returned as? ParameterizedType ?: return null
    if (type.rawType != ActorSpec::class.java) return null
    val actor = type.actualTypeArguments.single() as? Class<*> ?: return null
    return Capabilities.of(actor).joinToString()
}
