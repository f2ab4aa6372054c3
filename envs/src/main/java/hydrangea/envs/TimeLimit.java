package hydrangea.envs;

import hydrangea.envs.picture.Renderer;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An environment whose episodes are truncated after {@code maxEpisodeSteps} steps.
 *
 * <p>Source: Gymnasium, {@code gymnasium.wrappers.TimeLimit}: the limiting step may terminate as
 * well. The elapsed steps are part of the state and not of the observation.
 */
public record TimeLimit<S>(Environment<S> environment, int maxEpisodeSteps)
    implements Environment<TimeLimit.State<S>> {

  public TimeLimit {
    Require.atLeastOne("maxEpisodeSteps", maxEpisodeSteps);
  }

  /** The inner state, and the steps since its reset. */
  public record State<S>(S inner, int elapsedSteps) {}

  @Override
  public Box observationSpace() {
    return environment.observationSpace();
  }

  @Override
  public Space actionSpace() {
    return environment.actionSpace();
  }

  @Override
  public State<S> reset(RandomGenerator random) {
    return new State<>(environment.reset(random), 0);
  }

  @Override
  public Step<State<S>> step(State<S> state, double[] action, RandomGenerator random) {
    Step<S> step = environment.step(state.inner(), action, random);
    int elapsed = state.elapsedSteps() + 1;
    return new Step<>(
        new State<>(step.state(), elapsed),
        step.reward(),
        step.terminated(),
        step.truncated() || elapsed >= maxEpisodeSteps);
  }

  @Override
  public double[] observe(State<S> state) {
    return environment.observe(state.inner());
  }

  @Override
  public Map<String, Double> outcome(State<S> last) {
    return environment.outcome(last.inner());
  }

  @Override
  public Optional<Renderer<State<S>>> renderer() {
    return environment.renderer().map(inner -> inner.of(State::inner));
  }

  @Override
  public void close() {
    environment.close();
  }
}
