/**
 * Q-learning balances a pole by the distribution of the return of each action.
 *
 * Expect TODO
 */
learn(
    environment = cartPole(),
    actor = epsilonGreedy(mixtureQ(), exploration = linearEpsilon(steps = 10_000)),
    objective = dqn(mixtureNll()),
    optimizer = adam(learningRate = 5e-4, clipNorm = 10.0),
    steps = 50_000,
    batch = 64,
    warmUp = 1_000,
    updatesPerStep = 0.5,
    replay = 50_000,
    rewardScale = 0.05,
    evaluation = evaluation(every = 5_000, episodes = 100),
)
