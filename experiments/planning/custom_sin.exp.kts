/**
 * A planner learns the transitions of the custom-sin process by score matching, or by other means, and acts on them.
 *
 * Expect a cumulative reward of 222 to 241 over the 50 episodes with `scoreMatching`, 224 to 243 with the truth, and 141
 * to 182 with a linear dynamical system, `lds`, which cannot see the two hills and does no better than random play (164,
 * `planner=uniformActions`). `run -m planning/custom_sin` compares the three over five seeds, job by job;
 * `planning/compare` draws the published figures.
 *
 * What the source's command line has and this does not: the options of its sampler, a grid of 1,000 points and v rounded
 * to two decimals (`knowledge.sampling=exact` inverts the distribution function itself, and interpolates), its samplers by
 * Riemannian Hamiltonian and no-U-turn chains (`hamiltonian` is the plain one; in one dimension inversion beats them all);
 * and a mean loss, which says nothing where psi is not the identity.
 */
val method by choice(
    "scoreMatching" to learnedModel(families = listOf(customSin())),
    "lds" to linearDynamicalSystem(),
    "groundTruth" to groundTruth(),
    "mle" to learnedModel(families = listOf(customSin()), estimator = maximumLikelihood()),
)

plan(
    environment = customSinMdp(),
    knowledge = method,
    planner = randomShooting(lookahead = 5, trials = 100, sequences = allOnes),
    episodes = 50,
    sweep = listOf(grid(axis("method", "groundTruth", "scoreMatching", "lds"), seeds(5))),
)
