/**
 * SPARK's questions as one grid of sweeps, each variant in three environments with three seeds: which actor, how many
 * numbers in the latent, and does a decoder or a coupling have to see the observation?
 *
 * `run -m control/ablations` asks all of them, 72 jobs; `ablation=latentSize` only the second one, and
 * `environment=arm` stays there. What to expect of the actors, say `control/pendulum_sac`, `arm/sac` and
 * `lander/continuous_sac`; 10,000 steps are the lander's first twentieth.
 */
val width by param(64)

val environment by choice(
    "pendulum" to pendulum(),
    "arm" to planarArm(joints = 2, actionScale = 0.3, epsilon = 0.05, maxEpisodeSteps = 50),
    "lander" to lunarLander(continuous = true),
)

val actor by choice(
    "gaussian" to gaussian(hidden = listOf(width, width), activation = relu, last = pyTorch()),
    "flow" to flow(
        hidden = listOf(width, width),
        base = conditionalNormal(hidden = listOf(width, width), last = pyTorch()),
    ),
    "latent" to latent(
        hidden = listOf(width, width),
        base = conditionalNormal(hidden = listOf(width, width), last = pyTorch()),
    ),
)

fun flows(vararg conditional: Boolean) = grid(axis("actor", "flow"), axis("actor.conditional", conditional.asList()))

fun latents(sizes: List<Int>, vararg conditional: Boolean) =
    grid(axis("actor", "latent"), axis("actor.latentSize", sizes), axis("actor.conditional", conditional.asList()))

val actors = listOf(axis("actor", "gaussian"), flows(true), latents(listOf(2), true))
val latentSize = listOf(latents(listOf(1, 2, 4, 8), true))
val conditional = listOf(flows(true, false), latents(listOf(2), true, false))

val ablation by choice(
    "all" to actors + latentSize + conditional,
    "actors" to actors,
    "latentSize" to latentSize,
    "conditional" to conditional,
)

learn(
    environment = environment,
    actor = actor,
    objective = sac(critic = twinQ(hidden = listOf(width, width)), discount = 0.98),
    optimizer = adam(learningRate = 1e-3),
    steps = 10_000,
    sweep = ablation.map { grid(axis("environment", "pendulum", "arm", "lander"), it, seeds(3)) },
)
