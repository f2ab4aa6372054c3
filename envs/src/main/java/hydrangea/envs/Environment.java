package hydrangea.envs;

import hydrangea.envs.picture.Renderer;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A Markov decision process as pure functions: s_0 ~ {@code reset}, (s', r) ~ {@code step(s, a)},
 * and what the agent sees of s, {@code observe(s)}.
 *
 * <p>The same state, action and draws give the same step, and neither argument is changed. So a
 * state may be stepped twice with different actions (planning), many episodes may run on one
 * environment, and an episode is replayed from its seed and its actions. Deterministic dynamics
 * ignore the generator. A simulation that lives in native memory keeps the promise by replaying,
 * and frees that memory in {@link #close}.
 *
 * @param <S> the state: an immutable record that the next step is a function of
 */
public interface Environment<S> extends AutoCloseable {
  /** The space of {@link #observe}; its size is the network's input. */
  Box observationSpace();

  /** The space of actions; an action is one point of it. */
  Space actionSpace();

  /** A start state, drawn with {@code random}. */
  S reset(RandomGenerator random);

  /**
   * One transition from {@code state}, which no step has terminated.
   *
   * @throws IllegalArgumentException if the action has the wrong size or is no action at all (an
   *     index out of range, NaN). A force beyond its limit is clipped where Gymnasium clips.
   */
  Step<S> step(S state, double[] action, RandomGenerator random);

  /** What the agent sees of {@code state}: a new array, the caller's to keep. */
  double[] observe(S state);

  /**
   * What an episode that ended in {@code last} came to beside its return, by name: numbers whose
   * mean over episodes tells something.
   */
  default Map<String, Double> outcome(S last) {
    return Map.of();
  }

  /** Draws the states, where there is something to see. */
  default Optional<Renderer<S>> renderer() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
