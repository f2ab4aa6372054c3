/**
 * A planner keeps a noisy pole up by a linear model that ridge regression learns, or by the true transitions.
 *
 * Expect episodes of 140 steps and more at the end without noise, of 170 and more with `method=groundTruth`; noise in the
 * next state or in the action, `environment.noisePlace=IN_NEXT_STATE`, leaves 20 and more.
 */
val method by choice(
    "scoreMatching" to learnedModel(normal(sigma = 0.1), estimator = scoreMatching(lambda = 1e-2)),
    "groundTruth" to groundTruth(),
)

plan(
    environment = stochasticCartPole(),
    knowledge = method,
    planner = randomShooting(lookahead = 10, trials = 100),
    episodes = 50,
    sweep = listOf(grid(axis("method", "groundTruth", "scoreMatching"), seeds(3))),
)
