package hydrangea.models.training;

import hydrangea.envs.Box;
import hydrangea.envs.EnvSpec;
import hydrangea.envs.Environment;
import hydrangea.envs.Space;
import hydrangea.envs.Step;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two steps an episode, from 0 to 1 to 2; every other episode terminates there, the others are cut
 * off. A reward of 1 more in every episode; notes the actions.
 */
record TwoSteps(List<Double> acted) implements EnvSpec.Open {
  @Override
  public Environment<List<Double>> build() {
    return new Environment<>() {
      private int episodes;

      @Override
      public Box observationSpace() {
        return Box.symmetric(9);
      }

      @Override
      public Space actionSpace() {
        return Box.symmetric(3);
      }

      @Override
      public List<Double> reset(RandomGenerator random) {
        return List.of(0.0, (double) episodes++);
      }

      @Override
      public Step<List<Double>> step(List<Double> state, double[] action, RandomGenerator random) {
        acted.add(action[0]);
        double at = state.get(0) + 1;
        double episode = state.get(1);
        boolean even = episode % 2 == 0;
        return new Step<>(List.of(at, episode), episode, at == 2 && even, at == 2 && !even);
      }

      @Override
      public double[] observe(List<Double> state) {
        return new double[] {state.get(0)};
      }
    };
  }
}
