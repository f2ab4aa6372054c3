/**
 * A RealNVP policy under the reverse KL divergence, on the target of `toy/gaussian_reverse_kl`: can more than one bump
 * do better than one?
 *
 * Expect two of the three modes, and a `reverse_kl` of .36, where a policy exactly on the two heaviest has .33 and the
 * best single Gaussian .94. Whatever connects modes is paid for at 300 nats a sample, so the flow has to tear its noise
 * apart before it falls onto one mode as a whole. What decides that:
 * - The start. Hidden layers with a gain of 10 are rough enough to move one half of the noise without the other. With
 *   `actor.initializer=pyTorch` all fall onto one mode (1.28), with gains of 6 or 20 too (1.10).
 * - Large batches: of 256 rows, at half the rate and with twice the updates, one mode is left (1.10).
 * - The base. With `actor.base=conditionalNormal` and an `observation` the base shrinks onto one mode first (1.10).
 * - Depth sharpens the tear, and does not decide whether there is one: 6 couplings end on two modes at .36, 2 at .69, 4
 *   and 8 on one. `actor.scale=tanhScale` shrinks too little in 6 couplings for a mode of .02 (3.0).
 * - Luck. Seeds 0 and 1 end on two modes (.36, .48), seed 2 on one (1.28); with 2 couplings .69, .78 and .94.
 */
fit(
    target = threeModes(),
    actor = flow(
        hidden = listOf(64, 64),
        activation = tanh,
        couplings = 6,
        scale = softClipScale,
        base = standardNormal(),
        initializer = lecunNormal(gain = 10.0),
    ),
    objective = reverseKl(),
    optimizer = adam(learningRate = 2e-3, schedule = cosine(to = 0.0), clipNorm = 10.0),
    updates = 6_000,
    batch = 1024,
    observation = listOf(),
    measure = listOf(modes(), wasserstein(), divergence(), samplePlot(at = listOf(20, 100, 400, 1_000))),
)
