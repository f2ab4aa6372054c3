/**
 * How score matching's error in W falls with the number of transitions, independent ones and those of one long episode.
 *
 * Expect it to fall as one over the root of their number: a slope of -.65 to -.4 from 20 runs, around -.51, and an error
 * of about .11 at 1,000 independent transitions, .09 at 1,000 of an episode, whose states range wider. The source has
 * `dimension=3`, where errors are three times as large. `family=mogLike` takes two minutes.
 */
val family by choice(
    "customSin" to customSin(),
    "sinSquared" to sinSquared(),
    "expSin" to expSin(),
    "mogLike" to mogLike(),
)

/** Coordinates of the state. */
val dimension by param(1)

/** Statistics that follow the state need less than its size, or an episode runs away. */
val weight = if (family.statistics() > 1) 0.5 / dimension else 1.0

fun errors(inputs: Inputs) = estimate(
    truth = transitions(
        families = List(dimension) { family },
        w = List(dimension * family.statistics()) { List(dimension + 1) { weight } },
    ),
    inputs = inputs,
    samples = List(21) { Math.pow(10.0, 2 + it / 10.0).toInt() },
    runs = 20,
    estimators = mapOf("sm" to scoreMatching(lambda = 1e-5)),
)

study(
    members = mapOf("iid" to errors(independent()), "sequential" to errors(sequential())),
    figures = listOf(sideBySide("error", columns = 2)),
)
