/**
 * The same Gaussian policy by maximum likelihood on samples of the target, the forward KL divergence: the contrast to
 * `toy/gaussian_reverse_kl`.
 *
 * Expect one broad cloud over all three modes and on none of them. For a Gaussian without tanh, maximum likelihood
 * matches moments: mean (-.03, -.11) and std (.39, .49), the square roots of the target's variances. It avoids
 * missing a mode at any price; reverse KL avoids missing the target's support.
 */
fit(
    target = threeModes(),
    actor = gaussian(squash = false),
    objective = negativeLogLikelihood(),
    optimizer = adam(learningRate = 1e-3, schedule = cosine(to = 0.0)),
    updates = 2_000,
    batch = 256,
    measure = listOf(modes(), wasserstein(), divergence(), samplePlot(at = listOf(100, 400))),
)
