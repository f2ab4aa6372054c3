/**
 * The published comparison on the custom-sin process: a planner that knows the transitions, one that learns them by score
 * matching with the right statistic, and one that learns a linear dynamical system, over five seeds.
 *
 * Expect cumulative rewards of 224 to 243 with the truth and of 222 to 241 with score matching, whose planner plays 1 in
 * ten of ten steps from the third episode on; and 141 to 182 with the linear system, no better than random play (164): the
 * mean of the next state hardly depends on the action, as `plots/on_top_transitions.png` shows. Bands are 95 % intervals
 * of the mean over seeds. `seeds=1` is the shortest look; `members.scoreMatching.knowledge.estimator=maximumLikelihood`
 * learns the same by likelihood, slower.
 */
fun planner(knowledge: KnowledgeSpec) = plan(
    environment = customSinMdp(),
    knowledge = knowledge,
    planner = randomShooting(lookahead = 5, trials = 100, sequences = allOnes),
    episodes = 50,
)

study(
    members = mapOf(
        "groundTruth" to planner(groundTruth()),
        "scoreMatching" to planner(learnedModel(families = listOf(customSin()))),
        "lds" to planner(linearDynamicalSystem()),
    ),
    figures = listOf(
        overlay("charts/cumulative_reward"),
        regret(reference = "groundTruth"),
        overlay("charts/plus_ones"),
        onTop("transitions"),
        bars(listOf("cumulative_reward")),
    ),
    seeds = 5,
)
