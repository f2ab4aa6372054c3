/**
 * Flow matching on the same three modes: the baseline that takes many steps where MeanFlow takes one.
 *
 * Expect nearly every sample on a mode: a velocity field bends its paths, so twenty midpoint steps, forty network calls,
 * leave little on the bridges. `within_3_sigma_4_steps` shows what is left of that with four.
 */
fit(
    target = threeModes(),
    actor = flowMatching(hidden = listOf(128, 128, 128), steps = 20, solver = midpoint),
    objective = conditionalFlowMatching(),
    optimizer = adam(learningRate = 1e-3, schedule = cosine(to = 0.001), clipNorm = 1.0),
    updates = 20_000,
    batch = 256,
    observation = listOf(),
    measure = listOf(modes(), wasserstein(), samplePlot(at = listOf(500, 2_000, 8_000))),
)
