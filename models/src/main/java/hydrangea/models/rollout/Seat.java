package hydrangea.models.rollout;

import hydrangea.envs.Environment;
import hydrangea.envs.Step;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** One environment and its episode under way. */
final class Seat<S> implements Saved {
  private final Environment<S> environment;
  private final Seeds seeds;
  private final List<double[]> actions = new ArrayList<>();
  private long episode;
  private RandomGenerator random;
  private S state;
  private double sum;

  Seat(Environment<S> environment, Seeds seeds) {
    this.environment = environment;
    this.seeds = seeds;
    random = seeds.at(0).generator();
    state = environment.reset(random);
  }

  double[] observation() {
    return environment.observe(state);
  }

  /** One step; after an episode's last {@link #next} must follow. */
  Step<S> step(double[] action) {
    Step<S> step = environment.step(state, action, random);
    actions.add(action);
    sum += step.reward();
    state = step.state();
    return step;
  }

  /** Begins the next episode. */
  void next() {
    begin(episode + 1);
  }

  /** What the episode that ends here came to. */
  Transitions.Ended ended(boolean truncated, int seat) {
    return new Transitions.Ended(seat, sum, actions.size(), truncated, environment.outcome(state));
  }

  void close() {
    environment.close();
  }

  /** The episode's number and its actions; restoring plays them again. */
  @Override
  public void exchange(Store store) {
    long kept = store.number("episode", episode);
    Matrix now = new Matrix(actions.size(), width(), flat());
    Matrix played = store.matrix("actions", now);
    if (kept == episode && played.equals(now)) {
      return; // saving, or there already
    }
    begin(kept);
    for (int i = 0; i < played.rows; i++) {
      step(played.row(i));
    }
  }

  private void begin(long number) {
    episode = number;
    actions.clear();
    sum = 0;
    random = seeds.at(number).generator();
    state = environment.reset(random);
  }

  private int width() {
    return environment.actionSpace().size();
  }

  private double[] flat() {
    var flat = new double[actions.size() * width()];
    for (int i = 0; i < actions.size(); i++) {
      System.arraycopy(actions.get(i), 0, flat, i * width(), width());
    }
    return flat;
  }
}
