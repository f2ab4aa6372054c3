package hydrangea.experiments

import java.nio.file.Path
import kotlin.io.path.writeText

/** A script of a training in [environment] that takes a second. */
internal fun learning(environment: String, more: String = "", declared: String = "") =
    """
$declared
learn(
    environment = $environment,
    actor = gaussian(hidden = listOf(8)),
    objective = sac(critic = twinQ(hidden = listOf(8))),
    steps = 60,
    batch = 4,
    warmUp = 20,
    replay = 100,
    evaluation = evaluation(every = 20, episodes = 2, finalEpisodes = 12),
    logEvery = 20,
    $more
)
"""

/** Trains it, with [words] of the command line. */
internal fun trained(folder: Path, script: String, vararg words: String): Said {
    val file = folder.resolve("small.exp.kts").apply { writeText(script) }
    return command("run", "$file", "--out", "$folder", *words)
}

/** Ends with its first step; there is nothing to see. */
internal const val COIN =
    """
data class Coin(val ready: Boolean) : EnvSpec.Open {
    override fun build() = object : Environment<Double> {
        override fun observationSpace() = Box.symmetric(1.0)
        override fun actionSpace() = Box.symmetric(3.0)
        override fun reset(random: java.util.random.RandomGenerator): Double {
            if (!ready) throw UnsupportedOperationException("this environment needs the native library coin for here")
            return random.nextDouble()
        }
        override fun step(state: Double, action: DoubleArray, random: java.util.random.RandomGenerator) =
            Step(state, action[0], true, false)
        override fun observe(state: Double) = doubleArrayOf(state)
    }
}
"""
