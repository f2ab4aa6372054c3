/**
 * Double DQN lands on the moon by the value of each action alone: `lander/mog_dqn` without its distributions.
 *
 * Expect the mean of 100 training episodes between 60 and 220 after 100,000 steps, by the seed: less than with mixtures.
 */
learn(
    environment = lunarLander(),
    actor = epsilonGreedy(q()),
    objective = dqn(tdError()),
    optimizer = adam(clipNorm = 10.0),
    steps = 100_000,
    batch = 64,
    warmUp = 1_000,
    updatesPerStep = 0.5,
    replay = 100_000,
    rewardScale = 0.05,
    evaluation = evaluation(every = 10_000),
)
