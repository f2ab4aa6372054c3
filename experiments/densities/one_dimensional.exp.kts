/**
 * The source's seven densities of one number, each estimated from 10,000 draws by score matching and by maximum
 * likelihood, 20 times.
 *
 * Expect curves that lie on the truth: total variation distances below .012 by either, the normal's the same by both.
 * The exceptions are where a density touches a border of its support: of the exponential score matching finds nothing
 * at all, its W is 0, and of the beta density it finds one .025 to .04 off; their notes say why, and maximum likelihood
 * has no such trouble.
 */
fun fits(truth: Transitions, inputs: Inputs, lambda: Double) = estimate(
    truth = truth,
    inputs = inputs,
    runs = 20,
    estimators = mapOf("sm" to scoreMatching(lambda = lambda), "mle" to maximumLikelihood(lambda = lambda)),
)

/** Nothing that the density depends on. */
fun constant(family: Family, vararg v: Double) = transitions(listOf(family), constantFeatures(), v.map { listOf(it) })

/** The action's weight is 1, and the state's as said. */
fun linear(family: Family, state: Double = 0.0) =
    transitions(listOf(family), w = List(family.statistics()) { listOf(state, 1.0) })

/** One input, from which W cannot be told: only v, which is all that the density needs. */
fun always(state: Double, action: Double) = independent(oneOf(listOf(state)), oneOf(listOf(action)))

study(
    members = mapOf(
        "normal" to fits(linear(normal()), independent(oneOf(listOf(-1.0, 0.0, 1.0))), lambda = 0.0),
        "exponential" to fits(constant(exponential(), -2.0), independent(), lambda = 1e-2),
        "beta" to fits(constant(beta(), 1.0, 4.0), independent(), lambda = 1e-5),
        "customSin" to fits(linear(customSin(support = bounded(-6.0, 6.0))), always(2.0, 1.0), lambda = 1e-2),
        "sinSquared" to fits(linear(sinSquared(support = bounded(-8.0, 8.0))), always(2.0, 2.0), lambda = 1e-2),
        "expSin" to fits(linear(expSin(support = bounded(-15.0, 6.0))), always(2.0, 1.0), lambda = 1e-2),
        "mogLike" to fits(
            linear(mogLike(support = bounded(-10.0, 10.0)), state = 1.0),
            always(1.5, 0.25), // the source draws one s from (-1, 4) and one a from (0, .5)
            lambda = 1e-2,
        ),
    ),
    figures = listOf(sideBySide("densities", columns = 3)),
)
