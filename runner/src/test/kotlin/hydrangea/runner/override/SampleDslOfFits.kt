@file:JvmMultifileClass
@file:JvmName("SampleDsl")

package hydrangea.runner.override

/** A preset of `gaussianMixture`. */
fun pair(distance: Double = 1.0): TargetSpec = gaussianMixture(listOf(listOf(0.0, 0.0), listOf(distance, 0.0)))

fun reverseKl(samples: Int = 1): FitObjective<Density> = ReverseKl.Spec(samples)

fun meanFlowMatching(power: Double = 0.0): FitObjective<MeanFlowActor> = MeanFlowMatching.Spec(power)

fun cosine(to: Double = 0.0): Schedule = CosineSchedule.Spec(to)

fun constant(factor: Double = 1.0): Schedule = ConstantSchedule.Spec(factor)

fun adam(
    learningRate: Double = 1e-3,
    schedule: Schedule = constant(),
    clipNorm: Double = Double.POSITIVE_INFINITY,
): OptimizerSpec = Adam.Spec(learningRate, schedule, clipNorm)

fun modes(every: Int = 100): MeasureSpec = Modes.Spec(every)

fun wasserstein(samples: Int = 2_000, exact: Boolean = true): MeasureSpec = Wasserstein.Spec(samples, exact)

fun fit(
    target: TargetSpec,
    actor: ActorSpec<*>,
    objective: FitObjective<*>,
    optimizer: OptimizerSpec = adam(),
    updates: Int = 2_000,
    batch: Int = 256,
    measure: List<MeasureSpec> = listOf(modes(), wasserstein()),
    note: String = "",
    seed: Long = 0,
): Experiment = Fit.Spec(target, actor, objective, optimizer, updates, batch, measure, note, seed)

fun study(members: Map<String, Experiment>, seed: Long = 0): Experiment = Study.Spec(members, seed)
