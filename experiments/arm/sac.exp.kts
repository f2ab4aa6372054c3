/**
 * Soft actor-critic reaches with a planar arm of two joints, with a Gaussian, a flow or a latent policy.
 *
 * Expect success in half of the episodes or more and a final distance of .07 at most after 10,000 steps, .8 and .04 with
 * the flow. The latent policy of SPARK, actor.decoder=deterministic(), has but a third and .17: nothing binds the action
 * to the latent that is scored there, so the temperature falls while nothing explores any more. With a decoder that has a
 * noise of its own it reaches .6 and .05, and .7 and .05 with actor.decoder.particles=4.
 */
val joints by param(2)

val actor by choice(
    "gaussian" to gaussian(hidden = listOf(64, 64), activation = relu, last = pyTorch()),
    "flow" to flow(
        hidden = listOf(64, 64),
        base = conditionalNormal(hidden = listOf(64, 64), last = pyTorch()),
    ),
    "latent" to latent(
        hidden = listOf(64, 64),
        base = conditionalNormal(hidden = listOf(64, 64), last = pyTorch()),
    ),
)

learn(
    environment = planarArm(joints = joints, actionScale = 0.3, epsilon = 0.05, maxEpisodeSteps = 50),
    actor = actor,
    objective = sac(critic = twinQ(hidden = listOf(64, 64)), discount = 0.95),
    optimizer = adam(learningRate = 1e-3),
    steps = 10_000,
    batch = 64,
    evaluation = evaluation(every = 1_000, episodes = 20),
)
