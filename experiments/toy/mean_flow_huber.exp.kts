/**
 * The MeanFlow toy with a Huber loss in place of the square: less weight on the few large errors, where several modes
 * pull on the same noise.
 *
 * Expect mass moved between the modes and more of it on the bridges: shares .24, .39, .37 where the target has .39, .33,
 * .28, and 61 % within three standard deviations against 88 % (measured, seed 0). The square's minimum is the mean of
 * what the data say, the basis of the mean-flow identity; the Huber loss is minimal elsewhere where errors are skewed.
 * Look at the shares and at `within_3_sigma` together.
 *
 * @param targetStd as in `toy/mean_flow`
 */
val targetStd by param(0.01)

fit(
    target = threeModes(),
    actor = meanFlow(targetStd = targetStd),
    objective = meanFlowMatching(loss = huber(delta = 1.0)),
    optimizer = adam(learningRate = 1e-3, schedule = cosine(to = 0.001), clipNorm = 1.0),
    updates = 40_000,
    batch = 256,
    observation = listOf(),
    measure = listOf(modes(), wasserstein(), divergence(), samplePlot(at = listOf(1_000, 4_000, 16_000))),
)
