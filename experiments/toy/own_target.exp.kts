/**
 * A target of one's own, declared in the script: the banana x ~ N(0, .3), y ~ N(bend x^2 - .4, .05).
 *
 * It says what it can do by the interfaces it implements: with [Sampled] it trains `meanFlow` and `flowMatching`, with
 * [KnownDensity] it trains `gaussian` by reverse KL, and is drawn as contours. Try `target.bend=2`. Expect the samples
 * along the whole bow.
 */
@JvmRecord
data class Banana(val bend: Double) : TargetSpec.Open<Banana>, Sampled, KnownDensity {
    override fun builds() = Banana::class.java

    override fun build() = this

    override fun width() = 2

    override fun sample(n: Int, seeds: Seeds): Matrix {
        val noise = seeds.normal(n, 2)
        return Matrix.of(*Array(n) { i -> point(0.3 * noise.at(i, 0), 0.05 * noise.at(i, 1)) })
    }

    private fun point(x: Double, offset: Double) = doubleArrayOf(x, bend * x * x - 0.4 + offset)

    override fun logDensity(obs: Matrix, x: Matrix): Pass {
        val log = Matrix(x.rows, 1)
        val score = Matrix(x.rows, 2)
        for (i in 0 until x.rows) {
            val z = x.at(i, 0) / 0.3
            val w = (x.at(i, 1) - bend * x.at(i, 0) * x.at(i, 0) + 0.4) / 0.05
            log.data[i] = -(z * z + w * w) / 2
            score.data[2 * i] = -z / 0.3 + w * 2 * bend * x.at(i, 0) / 0.05
            score.data[2 * i + 1] = -w / 0.05
        }
        return LogDensity.scored(log, score)
    }
}

fit(
    target = Banana(bend = 3.0),
    actor = meanFlow(),
    objective = meanFlowMatching(),
    optimizer = adam(learningRate = 1e-3, schedule = cosine(to = 0.001), clipNorm = 1.0),
    updates = 10_000,
    observation = listOf(),
    measure = listOf(wasserstein(), samplePlot(at = listOf(500, 2_000))),
)
