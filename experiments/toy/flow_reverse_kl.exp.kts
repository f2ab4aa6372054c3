/**
 * Expect.
 */
fit(
    target = threeModes(),
    actor = flow(hidden = listOf(64, 64), couplings = 8, activation = silu, scale = softClipScale, base = standardNormal(), squash = false),
    objective = reverseKl(),
    optimizer = adam(learningRate = 1e-3, schedule = cosine(to = 0.0)),
    updates = 3_000,
    batch = 256,
    observation = listOf(),
    measure = listOf(modes(), wasserstein(), divergence(), samplePlot(at = listOf(20, 100, 400))),
)
