/**
 * Soft actor-critic lands on the moon with continuous engines, by the hyper-parameters of RL Baselines3 Zoo.
 *
 * Expect a mean return of 200, which counts as solved, after some 50,000 of the steps, and again and again after a fall;
 * it stays there once the learning rate is low, so half of the steps are not enough. Random play has -228. With the
 * Gaussian an hour of one core makes some 300,000 steps.
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
    steps = 200_000,
    warmUp = 10_000,
    evaluation = evaluation(every = 10_000, episodes = 10),
)
