package hydrangea.runner

import hydrangea.envs.Box
import hydrangea.envs.ScaledActions
import hydrangea.models.Matrix
import hydrangea.models.Seeds
import hydrangea.models.nn.Networks
import hydrangea.models.rollout.Behaviour
import hydrangea.models.training.Learn
import hydrangea.models.training.Learned
import hydrangea.runner.run.PastRun
import hydrangea.runner.run.Trained
import hydrangea.runner.run.runDirectoryAt
import java.nio.file.Path

/**
 * What a run has learned, for any Java or Kotlin program:
 * ```java
 * Policy policy = Policy.load(Path.of("runs/..."));
 * double[] action = policy.act(observation);
 * ```
 *
 * An observation is the environment's own, and so is an action: what the run does in between, normalising the one and
 * stretching the other, is done here. Its networks are Java's, so that no native library is loaded and there is nothing
 * to close; their numbers are those of the run to float accuracy. Any number of threads may act at the same time.
 */
class Policy
private constructor(
    private val learned: Learned,
    private val observations: Int,
    private val actions: (DoubleArray) -> DoubleArray,
) {
    /** The deterministic action. */
    fun act(observation: DoubleArray): DoubleArray = act(learned.deterministic(), observation)

    /** An action with the noise of training; the same seed gives the same action. */
    fun actStochastic(observation: DoubleArray, seed: Long): DoubleArray =
        act(learned.stochastic(Seeds(seed)), observation)

    private fun act(behaviour: Behaviour, observation: DoubleArray): DoubleArray {
        require(observation.size == observations) {
            "an observation of this policy has $observations numbers, this one has ${observation.size}"
        }
        return actions(behaviour.act(Matrix.of(observation), 0).row(0))
    }

    companion object {
        /**
         * The policy of the newest checkpoint of the run in [directory], which may be at work.
         *
         * @param best whether to take the weights that were the best in an evaluation instead
         * @throws UsageError that says what to do where there is none
         */
        @JvmStatic
        @JvmOverloads
        fun load(directory: Path, best: Boolean = false): Policy {
            val past = PastRun(runDirectoryAt(directory, "eval"))
            val trained = Trained.read(past, project(), Networks.JAVA, best, System.err::println)
            return of(trained.learned, trained.spec)
        }

        /** Its cache of compiled scripts is the checkout's, or where no launcher says one, the user's. */
        private fun project(): Project =
            if (System.getProperty("hydrangea.home") != null) Project.ofThisProcess()
            else Project(Path.of(System.getProperty("user.home"), ".cache", "hydrangea"))

        private fun of(learned: Learned, spec: Learn.Spec): Policy =
            spec.environment.build().use { environment ->
                val stretched =
                    if (environment.actionSpace() is Box) ScaledActions(environment)::stretched else { it -> it }
                Policy(learned, environment.observationSpace().size(), stretched)
            }
    }
}
