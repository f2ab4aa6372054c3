/**
 * A stochastic MeanFlow policy learns three narrow modes (std 0.02, weights .39, .33, .28) from samples, and reaches
 * them in one jump from noise.
 *
 * Expect all three modes with the right shares, and about 87 % of the samples within three standard deviations of a
 * mean, where a perfect sampler has 98.9 %: the map from a round cloud of noise to three islands is continuous, so some
 * of it must land on the bridges between them. The loss rises after the first few hundred updates, as it should: its
 * target holds the network's own derivative, which grows as the map sharpens; watch the samples instead. Compare
 * `toy/gaussian_reverse_kl`, which finds one mode only.
 *
 * @param targetStd of the sigma head, and so of an action about mu; 0 leaves the head out
 */
val targetStd by param(0.01)

val meanFlowToy = fit(
    target = threeModes(),
    actor = meanFlow(hidden = listOf(128, 128, 128), activation = gelu, targetStd = targetStd),
    objective = meanFlowMatching(unequalTimes = 1.0),
    optimizer = adam(learningRate = 1e-3, schedule = cosine(to = 0.001), clipNorm = 1.0),
    updates = 40_000,
    batch = 256,
    observation = listOf(),
    measure = listOf(modes(), wasserstein(), divergence(), samplePlot(at = listOf(1_000, 4_000, 16_000))),
)

meanFlowToy
