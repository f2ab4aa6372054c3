/**
 * A planner learns the transitions of the custom-sin process by score matching, or by other means, and acts on them.
 *
 * Expect a cumulative reward of 222 to 241 over the 50 episodes with `scoreMatching`, 224 to 243 with the truth, and 141
 * to 182 with a linear dynamical system, `lds`, which cannot see the two hills and does no better than random play (164).
 * `run -m planning/custom_sin` compares the three over five seeds.
 */
val method by choice(
    "scoreMatching" to learnedModel(customSin()),
    "lds" to learnedModel(normal()),
    "groundTruth" to groundTruth(),
    "mle" to learnedModel(customSin(), estimator = maximumLikelihood()),
)

plan(
    environment = customSinMdp(),
    knowledge = method,
    planner = randomShooting(lookahead = 5, trials = 100, sequences = allOnes),
    episodes = 50,
    sweep = listOf(grid(axis("method", "groundTruth", "scoreMatching", "lds"), seeds(5))),
)
