/**
 * Soft actor-critic reaches with a planar arm of two joints, with a Gaussian, a flow or a latent policy.
 *
 * Expect success in half of the episodes or more and a final distance of .07 at most after 10,000 steps, .8 and .04 with
 * the flow, but a third and .17 with the latent policy. What is scored there is the latent, and nothing binds the action
 * to it: the latent keeps its greatest entropy, 1.37 nats where the target is -2, so the temperature falls by a factor of
 * e every 1,000 updates, while the decoder learns to ignore the latent and nothing explores any more. Neither another
 * target, nor a fixed temperature, nor a decoder that starts with larger actions changes that.
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
