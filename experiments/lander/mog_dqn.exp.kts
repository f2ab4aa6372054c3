/**
 * Q-learning lands on the moon by the distribution of the return of each action, a mixture of normal distributions.
 *
 * Expect the mean of 100 training episodes to reach 190 or more within the 100,000 steps in two seeds of three, and greedy
 * episodes with 200 and more on the way; it is above that at times and falls again. `loss=tdError` is plain double DQN by
 * the same recipe, with 64 to 218.
 *
 * With `mixtureNll` a value is backed up, so the mixture becomes the noise of that value, with a std of about 0.1.
 * `sampled` and `jensenTsallis` back up the distribution: it starts with a std of 3, of which a backup takes away but one
 * part in a hundred, and stays ten times as wide as that noise. The same difference between two actions then makes a
 * hundredth of the difference in likelihood, so both learn slower: greedy episodes reach 200, the mean of 100 with
 * exploration does not. The floor of `leastStd` has densities overlap, without which their distance has no gradient.
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
