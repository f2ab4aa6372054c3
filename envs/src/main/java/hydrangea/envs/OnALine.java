package hydrangea.envs;

import java.util.random.RandomGenerator;

/**
 * Environments whose state is a number s, with actions -1 and 1, and starts uniform on (-1, 1):
 * what is the same for all of them.
 */
public interface OnALine extends Queryable<OnALine.State> {
  /** The place on the line. */
  record State(double s) {}

  @Override
  default Box observationSpace() {
    return Box.symmetric(Double.POSITIVE_INFINITY);
  }

  @Override
  default Space actionSpace() {
    return Pushes.ENDS.space();
  }

  @Override
  default State reset(RandomGenerator random) {
    return new State(Box.symmetric(1).sample(random)[0]);
  }

  @Override
  default double[] observe(State state) {
    return new double[] {state.s};
  }

  @Override
  default State at(double... observation) {
    return new State(observation[0]);
  }

  @Override
  default double[] action(double push) {
    return Pushes.ENDS.action(push);
  }
}
