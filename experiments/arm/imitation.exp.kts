/**
 * Soft actor-critic learns to take the pose that cyclic coordinate descent finds, instead of any that reaches.
 *
 * Expect the distance of the poses to fall with the return; the reward says nothing of the target itself.
 */
val joints by param(2)

learn(
    environment = planarArm(
        joints = joints,
        actionScale = 0.3,
        epsilon = 0.05,
        task = imitation(),
        maxEpisodeSteps = 50,
    ),
    actor = gaussian(hidden = listOf(64, 64), activation = relu, last = pyTorch()),
    objective = sac(critic = twinQ(hidden = listOf(64, 64)), discount = 0.95),
    optimizer = adam(learningRate = 1e-3),
    steps = 10_000,
    batch = 64,
)
