/**
 * SAC's Gaussian policy minimises KL(pi || p) toward three narrow modes, by the gradient of its own samples through
 * both densities.
 *
 * Expect collapse onto one mode: `reverse_kl` ends at -log(weight of that mode), .94, 1.10 or 1.28 nats, where a policy
 * of several modes could reach 0, and the std at .02. That is the right answer to the question asked: a single Gaussian
 * pays for every sample between the modes, where the target has a log-density of -300. Which mode wins is a matter of
 * geometry, see `toy/gaussian_seeds`. Compare `toy/mean_flow`.
 */
val gaussianToy = fit(
    target = threeModes(),
    actor = gaussian(hidden = listOf(256, 256, 256)),
    objective = reverseKl(),
    optimizer = adam(learningRate = 1e-3, schedule = cosine(to = 0.0)),
    updates = 2_000,
    batch = 256,
    measure = listOf(modes(), wasserstein(), divergence(), samplePlot(at = listOf(20, 100, 400))),
)

gaussianToy
