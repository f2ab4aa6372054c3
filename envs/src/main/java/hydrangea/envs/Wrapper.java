package hydrangea.envs;

import hydrangea.envs.picture.Renderer;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An environment around another of the same states, which answers whatever the wrapper does not.
 *
 * <p>Source: Gymnasium, {@code gymnasium.Wrapper}.
 */
public interface Wrapper<S> extends Environment<S> {
  /** The one within; closed with the wrapper. */
  Environment<S> environment();

  @Override
  default Box observationSpace() {
    return environment().observationSpace();
  }

  @Override
  default Space actionSpace() {
    return environment().actionSpace();
  }

  @Override
  default S reset(RandomGenerator random) {
    return environment().reset(random);
  }

  @Override
  default double[] observe(S state) {
    return environment().observe(state);
  }

  @Override
  default Map<String, Double> outcome(S last) {
    return environment().outcome(last);
  }

  @Override
  default Optional<Renderer<S>> renderer() {
    return environment().renderer();
  }

  @Override
  default void close() {
    environment().close();
  }
}
