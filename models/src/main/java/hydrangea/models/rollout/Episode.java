package hydrangea.models.rollout;

import hydrangea.envs.Environment;
import hydrangea.envs.Step;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One episode from its start to its end, T steps.
 *
 * @param states T + 1 of them
 * @param observations {@code [T + 1, S]}
 * @param rewards T of them
 */
public record Episode<S>(List<S> states, Matrix observations, List<Double> rewards) {
  /** Plays one in {@code environment}; the same seeds give the same start. */
  public static <S> Episode<S> play(Environment<S> environment, Behaviour behaviour, Seeds seeds) {
    RandomGenerator random = seeds.generator();
    S state = environment.reset(random);
    var states = new ArrayList<>(List.of(state));
    var observations = new ArrayList<>(List.of(environment.observe(state)));
    var rewards = new ArrayList<Double>();
    for (boolean done = false; !done; ) {
      Matrix obs = Matrix.of(observations.get(rewards.size()));
      Step<S> step = environment.step(state, behaviour.act(obs, rewards.size()).row(0), random);
      state = step.state();
      states.add(state);
      observations.add(environment.observe(state));
      rewards.add(step.reward());
      done = step.done();
    }
    return new Episode<>(states, Matrix.of(observations.toArray(double[][]::new)), rewards);
  }

  /** The sum of its rewards. */
  public double undiscounted() {
    return rewards.stream().mapToDouble(Double::doubleValue).sum();
  }
}
