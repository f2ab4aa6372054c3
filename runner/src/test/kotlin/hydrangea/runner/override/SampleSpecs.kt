package hydrangea.runner.override

/** A small catalogue in the shape of the real one: records nested in what they build, under sealed interfaces. */
enum class Activation {
    RELU,
    GELU,
    SOFT_PLUS,
}

interface Density

sealed interface ActorSpec<A> {
    interface Open<A> : ActorSpec<A>
}

class GaussianActor : Density {
    @JvmRecord
    data class Spec(val hidden: List<Int>, val activation: Activation, val lastScale: Double) :
        ActorSpec<GaussianActor> {
        init {
            require(hidden.all { it > 0 }) { "hidden widths must be positive, were $hidden" }
        }
    }
}

class FlowActor : Density {
    @JvmRecord
    data class Spec(val layers: Int, val hidden: List<Int>) : ActorSpec<FlowActor> {
        init {
            require(layers > 0) { "layers must be positive, was $layers" }
        }
    }
}

/** One jump from noise to an action. Source: nobody. */
class MeanFlowActor {
    /**
     * What a script writes down.
     *
     * @param hidden widths of the hidden layers
     * @param targetStd of an action about its mean; 0 for none
     */
    @JvmRecord
    data class Spec(val hidden: List<Int>, val targetStd: Double) : ActorSpec<MeanFlowActor> {
        init {
            require(targetStd >= 0) { "targetStd must not be negative, was $targetStd" }
        }
    }
}

/** An actor of a user: a plain class of a script. */
class OwnActor(val width: Int, val names: List<String>) : ActorSpec.Open<OwnActor>

sealed interface TargetSpec

/**
 * Round Gaussians, each with its weight. They may overlap.
 *
 * Source: Pearson 1894, arXiv 1234.56789.
 */
class GaussianMixture {
    @JvmRecord
    data class Spec(val means: List<List<Double>>, val std: Double, val weights: List<Double>) : TargetSpec {
        init {
            require(weights.size == means.size) { "${means.size} means need as many weights, were $weights" }
            require(std > 0) { "std must be positive, was $std" }
        }
    }
}

sealed interface FitObjective<in A>

class ReverseKl {
    @JvmRecord data class Spec(val samples: Int) : FitObjective<Density>
}

class MeanFlowMatching {
    @JvmRecord data class Spec(val power: Double) : FitObjective<MeanFlowActor>
}

sealed interface Schedule

class CosineSchedule {
    @JvmRecord data class Spec(val to: Double) : Schedule
}

class ConstantSchedule {
    @JvmRecord data class Spec(val factor: Double) : Schedule
}

sealed interface OptimizerSpec

class Adam {
    @JvmRecord
    data class Spec(val learningRate: Double, val schedule: Schedule, val clipNorm: Double) : OptimizerSpec {
        init {
            require(learningRate > 0) { "learningRate must be positive, was $learningRate" }
        }
    }
}

sealed interface MeasureSpec

class Modes {
    @JvmRecord data class Spec(val every: Int) : MeasureSpec
}

class Wasserstein {
    @JvmRecord data class Spec(val samples: Int, val exact: Boolean) : MeasureSpec
}

sealed interface Experiment

class Fit {
    @JvmRecord
    data class Spec(
        val target: TargetSpec,
        val actor: ActorSpec<*>,
        val objective: FitObjective<*>,
        val optimizer: OptimizerSpec,
        val updates: Int,
        val batch: Int,
        val measure: List<MeasureSpec>,
        val note: String,
        val seed: Long,
    ) : Experiment {
        init {
            require(updates >= 1) { "updates must be at least 1, was $updates" }
            require(batch >= 1) { "batch must be at least 1, was $batch" }
            require(objective !is ReverseKl.Spec || actor !is MeanFlowActor.Spec) {
                "reverseKl needs an exact density, which meanFlow does not offer"
            }
        }
    }
}

class Study {
    @JvmRecord data class Spec(val members: Map<String, Experiment>, val seed: Long) : Experiment
}
