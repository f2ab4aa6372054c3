/**
 * A planner keeps a noisy pole up by a linear model that ridge regression learns, or by the true transitions.
 *
 * Expect episodes of 140 steps and more at the end without noise, and of 170 and more with `method=groundTruth`. With noise
 * in the next state, `environment.noisePlace=IN_NEXT_STATE`, both fall after about 50, with noise in the action as well
 * after 20 to 25. `run -m planning/cartpole` makes all of it.
 *
 * The source's command line in these words: its time limit is `environment.maxEpisodeSteps`, its noise densities are
 * `environment.noise`, drawn exactly where it takes nodes of a grid, its width of a mixture is `environment.noise.width`,
 * its separate fits of the coordinates are `knowledge.estimator.coordinates`, its random benchmark is
 * `planner=uniformActions`, its workers are `--threads`, its pictures while it plays are `--record-every`.
 *
 * @param noiseScale of the noise's std, as a share of the thresholds and of the velocities that a step gives
 * @param modelScale the same of the densities that are fitted
 */
val noiseScale by param(0.1)
val modelScale by param(noiseScale)

/** Where an episode ends, or what a step adds at the most: x, its velocity, theta, its velocity. */
val sizes = listOf(2.4, 0.02 * 10 / 1.1, Math.toRadians(12.0), 0.02 * 9.8 / 0.5)

fun fitted(density: (Double) -> Family) = learnedModel(
    families = sizes.map { density(modelScale * it) },
    sampling = mean(),
    estimator = scoreMatching(lambda = 1e-2),
)

val method by choice(
    "scoreMatching" to fitted { std -> normal(sigma = std * std) },
    "groundTruth" to groundTruth(),
    "expRelu" to fitted { std -> expRelu(sigma = std * std) },
    "mogRelu" to fitted { std -> mogRelu(sigma = std * std) },
    "customSin" to fitted { std -> customSin(frequency = 1 / std, alpha = 2.0) },
)

plan(
    environment = stochasticCartPole(noiseScale = noiseScale),
    knowledge = method,
    planner = randomShooting(lookahead = 10, trials = 100),
    episodes = 50,
    sweep = listOf(
        grid(
            axis("environment.noisePlace", "NOWHERE", "IN_NEXT_STATE", "IN_ACTION"),
            axis("method", "groundTruth", "scoreMatching"),
            seeds(3),
        ),
    ),
)
