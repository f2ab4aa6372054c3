/**
 * Q-learning balances a pole by the distribution of the return of each action.
 *
 * Expect 500, the most there is, in all of 100 greedy episodes at some evaluation within the 50,000 steps; as ever with
 * Q-learning here it may fall again after that, so `--best` is the policy to take.
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
