@file:JvmMultifileClass
@file:JvmName("Dsl")

package hydrangea.dsl

import hydrangea.models.actor.Actor
import hydrangea.models.actor.ActorSpec
import hydrangea.models.objective.FitObjective
import hydrangea.models.objective.ValueLoss
import hydrangea.models.target.Target
import hydrangea.models.target.TargetSpec
import hydrangea.models.value.ActionValues
import hydrangea.models.value.ValueSpec

/** A choice of actors: it fits every objective as far as the compiler is asked, and is checked when chosen. */
@JvmName("choiceOfActors")
@Suppress("UNCHECKED_CAST")
fun choice(vararg options: Pair<String, ActorSpec<*>>): Parameter<ActorSpec<Nothing>> =
    choice<ActorSpec<*>>(*options) as Parameter<ActorSpec<Nothing>>

/** A choice of objectives: it fits every actor as far as the compiler is asked, and is checked when chosen. */
@JvmName("choiceOfObjectives")
@Suppress("UNCHECKED_CAST")
fun choice(vararg options: Pair<String, FitObjective<*, *>>): Parameter<FitObjective<Actor, Target>> =
    choice<FitObjective<*, *>>(*options) as Parameter<FitObjective<Actor, Target>>

/** A choice of targets: it fits every objective as far as the compiler is asked, and is checked when chosen. */
@JvmName("choiceOfTargets")
@Suppress("UNCHECKED_CAST")
fun choice(vararg options: Pair<String, TargetSpec<*>>): Parameter<TargetSpec<Nothing>> =
    choice<TargetSpec<*>>(*options) as Parameter<TargetSpec<Nothing>>

/**
 * A choice of losses of Q-learning: it fits every network as far as the compiler is asked, and is checked when chosen.
 */
@JvmName("choiceOfValueLosses")
@Suppress("UNCHECKED_CAST")
fun choice(vararg options: Pair<String, ValueLoss<*>>): Parameter<ValueLoss<ActionValues>> =
    choice<ValueLoss<*>>(*options) as Parameter<ValueLoss<ActionValues>>

/** A choice of value networks, likewise. */
@JvmName("choiceOfValues")
@Suppress("UNCHECKED_CAST")
fun choice(vararg options: Pair<String, ValueSpec<*>>): Parameter<ValueSpec<ActionValues>> =
    choice<ValueSpec<*>>(*options) as Parameter<ValueSpec<ActionValues>>
