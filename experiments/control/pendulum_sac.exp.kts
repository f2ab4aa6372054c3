/**
 * Soft actor-critic swings a pendulum up, with a Gaussian, a flow or a latent policy.
 *
 * Expect a mean return of -156 or better from 100 starts after 10,000 steps (random play has -1,235); a drop between
 * 4,000 and 7,000 steps is normal. The latent policy as its source has it, actor.decoder=deterministic(), ends between
 * -153 and -224. There is one action, so the affine couplings of the flow are one affine map that hangs on the
 * observation alone: its policy is a squashed Gaussian still.
 */
val actor by choice(
    "gaussian" to gaussian(hidden = listOf(256, 256), activation = relu, last = pyTorch()),
    "flow" to flow(base = conditionalNormal(last = pyTorch())),
    "latent" to latent(latentSize = 1, base = conditionalNormal(last = pyTorch())),
)

learn(
    environment = pendulum(),
    actor = actor,
    objective = sac(),
    optimizer = adam(learningRate = 1e-3),
    steps = 10_000,
)
