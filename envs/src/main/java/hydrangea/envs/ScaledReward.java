package hydrangea.envs;

import hydrangea.envs.picture.Renderer;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** An environment whose rewards are multiplied by {@code factor}. */
public record ScaledReward<S>(Environment<S> environment, double factor) implements Environment<S> {

  public ScaledReward {
    Require.positive("factor", factor);
  }

  @Override
  public Box observationSpace() {
    return environment.observationSpace();
  }

  @Override
  public Space actionSpace() {
    return environment.actionSpace();
  }

  @Override
  public S reset(RandomGenerator random) {
    return environment.reset(random);
  }

  @Override
  public Step<S> step(S state, double[] action, RandomGenerator random) {
    Step<S> step = environment.step(state, action, random);
    return new Step<>(step.state(), factor * step.reward(), step.terminated(), step.truncated());
  }

  @Override
  public double[] observe(S state) {
    return environment.observe(state);
  }

  @Override
  public Map<String, Double> outcome(S last) {
    return environment.outcome(last);
  }

  @Override
  public Optional<Renderer<S>> renderer() {
    return environment.renderer();
  }

  @Override
  public void close() {
    environment.close();
  }
}
