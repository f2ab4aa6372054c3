@file:Import("gaussian_reverse_kl.exp.kts")
@file:Import("mean_flow.exp.kts")

/**
 * The source's Figure 1: the Gaussian policy beside the stochastic MeanFlow policy over training, on three narrow modes.
 *
 * Expect the upper row to fall onto one mode within a few hundred updates and to stay there, and the lower row to spread
 * over all three: the same target, one question each way round.
 */
study(
    members = mapOf("gaussian" to gaussianToy, "meanFlow" to meanFlowToy),
    figures = listOf(sideBySide("training", columns = 5)),
)
