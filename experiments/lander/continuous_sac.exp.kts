/**
 * Soft actor-critic lands on the moon with continuous engines, by the hyper-parameters of RL Baselines3 Zoo.
 *
 * Expect a mean return of 200, which counts as solved, after some 200,000 of the steps; random play has -228. An hour
 * of one core makes about 300,000 steps with the Gaussian.
 */
val actor by choice(
    "gaussian" to gaussian(hidden = listOf(400, 300), activation = relu, last = pyTorch()),
    "flow" to flow(base = conditionalNormal(hidden = listOf(400, 300), last = pyTorch())),
    "latent" to latent(base = conditionalNormal(hidden = listOf(400, 300), last = pyTorch())),
)

learn(
    environment = lunarLander(continuous = true),
    actor = actor,
    objective = sacZoo(),
    optimizer = adam(learningRate = 7.3e-4, schedule = linear()),
    steps = 500_000,
    warmUp = 10_000,
    evaluation = evaluation(every = 10_000, episodes = 10),
)
