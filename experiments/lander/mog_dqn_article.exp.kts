/**
 * An article's mixture DQN with its own settings, and the same with its loss, its values and its target repaired.
 *
 * The article's loss sums over the batch where it should over the components, its values weigh all components alike, and
 * its early stop looks at ten episodes. The 2,000 episodes that it has are about 500,000 steps.
 * Expect neither to land within 100,000 steps: the article's stays between hovering and falling, with a best mean of 100
 * episodes from -44 to -34 in each seed; the repaired one, whose values are not scaled and whose targets are copies, from
 * -19 to 52, and falls again. `lander/mog_dqn` is the recipe that learns.
 */
val steps by param(500_000)

fun landing(loss: ValueLoss<ReturnMixtures>, weighted: Boolean) = learn(
    environment = lunarLander(),
    actor = epsilonGreedy(mixtureQ(weighted = weighted), exploration = episodicEpsilon()),
    objective = dqn(loss, doubleSelection = false, target = copyEveryEpisodes(5)),
    optimizer = adam(learningRate = 5e-4, clipNorm = 1.0),
    steps = steps,
    batch = 64,
    warmUp = 64,
    replay = 10_000,
    evaluation = evaluation(every = 0),
    earlyStop = meanReturn(150.0, window = 10),
)

study(
    members = mapOf(
        "article" to landing(articleLoss(), weighted = false),
        "repaired" to landing(mixtureNll(), weighted = true),
    ),
    figures = listOf(overlay("charts/return_mean_100"), bars(listOf("return_mean", "best_return_mean_100"))),
    seeds = 3,
)
