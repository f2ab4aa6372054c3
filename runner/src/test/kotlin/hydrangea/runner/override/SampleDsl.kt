@file:JvmMultifileClass
@file:JvmName("SampleDsl")

package hydrangea.runner.override

val relu = Activation.RELU
val gelu = Activation.GELU

fun gaussian(
    hidden: List<Int> = listOf(256, 256),
    activation: Activation = relu,
    lastScale: Double = 1.0,
): ActorSpec<GaussianActor> = GaussianActor.Spec(hidden, activation, lastScale)

/** Couplings, one after another; see [FlowActor]. */
fun flow(layers: Int = 4, hidden: List<Int> = listOf(64)): ActorSpec<FlowActor> = FlowActor.Spec(layers, hidden)

fun meanFlow(hidden: List<Int>, targetStd: Double = 0.0): ActorSpec<MeanFlowActor> =
    MeanFlowActor.Spec(hidden, targetStd)

fun gaussianMixture(
    means: List<List<Double>>,
    std: Double = 0.02,
    weights: List<Double> = means.map { 1.0 },
): TargetSpec = GaussianMixture.Spec(means, std, weights)
