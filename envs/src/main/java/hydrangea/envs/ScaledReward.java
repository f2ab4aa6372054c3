package hydrangea.envs;

import java.util.random.RandomGenerator;

/** An environment whose rewards are multiplied by {@code factor}. */
public record ScaledReward<S>(Environment<S> environment, double factor) implements Wrapper<S> {

  public ScaledReward {
    Require.positive("factor", factor);
  }

  @Override
  public Step<S> step(S state, double[] action, RandomGenerator random) {
    Step<S> step = environment.step(state, action, random);
    return new Step<>(step.state(), factor * step.reward(), step.terminated(), step.truncated());
  }
}
