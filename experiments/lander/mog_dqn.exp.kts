/**
 * Q-learning lands on the moon by the distribution of the return of each action, a mixture of normal distributions.
 *
 * Expect the mean of 100 training episodes to reach 190 to 200 within the 100,000 steps. `loss=tdError` is plain double
 * DQN with the same recipe. TODO
 */
val loss by choice(
    "mixtureNll" to mixtureNll(),
    "sampled" to mixtureNll(samples = 8),
    "jensenTsallis" to jensenTsallis(leastStd = 0.5),
    "tdError" to tdError(),
)

learn(
    environment = lunarLander(),
    actor = epsilonGreedy(if (loss is ValueLoss.TdError) q() else mixtureQ(initialStd = 3.0)),
    objective = dqn(loss),
    optimizer = adam(clipNorm = 10.0),
    steps = 100_000,
    batch = 64,
    warmUp = 1_000,
    updatesPerStep = 0.5,
    replay = 100_000,
    rewardScale = 0.05,
    evaluation = evaluation(every = 10_000),
)
