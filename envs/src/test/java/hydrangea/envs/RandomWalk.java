package hydrangea.envs;

import java.util.List;
import java.util.random.RandomGenerator;

/** A user's own environment, with noise in its steps: x' = x + a + normal; ends below -20. */
record RandomWalk() implements Environment<Double> {
  record Spec(int maxEpisodeSteps) implements EnvSpec.Open {
    Spec {
      Require.atLeastOne("maxEpisodeSteps", maxEpisodeSteps);
    }

    @Override
    public Environment<?> build() {
      return new TimeLimit<>(new RandomWalk(), maxEpisodeSteps);
    }
  }

  @Override
  public Box observationSpace() {
    return new Box(List.of(Double.NEGATIVE_INFINITY), List.of(Double.POSITIVE_INFINITY));
  }

  @Override
  public Box actionSpace() {
    return Box.symmetric(1);
  }

  @Override
  public Double reset(RandomGenerator random) {
    return random.nextDouble();
  }

  @Override
  public Step<Double> step(Double x, double[] action, RandomGenerator random) {
    double next = x + actionSpace().clip(action)[0] + random.nextGaussian();
    return new Step<>(next, -Math.abs(next), next < -20, false);
  }

  @Override
  public double[] observe(Double x) {
    return new double[] {x};
  }
}
