@file:Import("gaussian_reverse_kl.exp.kts")

/**
 * Ten seeds of `toy/gaussian_reverse_kl`: which mode wins?
 */
study(
    members = (0L..9L).associate { "seed$it" to gaussianToy.seeded(it) },
    figures = listOf(bars(listOf("mode_share_0", "mode_share_1", "mode_share_2")), sideBySide("training", columns = 5)),
)
