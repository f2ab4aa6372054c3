package hydrangea.models.rollout;

import hydrangea.envs.Environment;
import hydrangea.envs.Step;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Seeds;
import hydrangea.models.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Environments stepped side by side, each in an episode of its own; where one ends, the next begins
 * within the same step. A step here is {@code n} environment steps.
 *
 * <p>Episode {@code k} of environment {@code i} draws from {@code seeds.at(i).at(k)} and from
 * nothing else, so it does not depend on its neighbours.
 */
public final class Rollout implements Saved, AutoCloseable {
  private final List<Seat<?>> seats;

  /**
   * @param environments of the same spaces; closed with the rollout
   */
  public Rollout(List<? extends Environment<?>> environments, Seeds seeds) {
    if (environments.isEmpty()) {
      throw new IllegalArgumentException("a rollout needs at least one environment");
    }
    seats =
        IntStream.range(0, environments.size())
            .<Seat<?>>mapToObj(i -> new Seat<>(environments.get(i), seeds.at(i)))
            .toList();
  }

  /** How many environments. */
  public int size() {
    return seats.size();
  }

  /** What to act on next, {@code [n, S]}. */
  public Matrix observations() {
    return stacked(seats.stream().map(Seat::observation).toList());
  }

  /**
   * One step in every environment.
   *
   * @param actions {@code [n, A]}
   */
  public Transitions step(Matrix actions) {
    if (actions.rows != size()) {
      throw new IllegalArgumentException(
          actions.rows + " actions do not fit " + size() + " environments");
    }
    Matrix observation = observations();
    var reward = new Matrix(size(), 1);
    var terminated = new Matrix(size(), 1);
    var next = new ArrayList<double[]>();
    var ended = new ArrayList<Transitions.Ended>();
    for (int i = 0; i < size(); i++) {
      Seat<?> seat = seats.get(i);
      Step<?> step = seat.step(actions.row(i));
      reward.data[i] = step.reward();
      terminated.data[i] = step.terminated() ? 1 : 0;
      next.add(seat.observation());
      if (step.done()) {
        ended.add(seat.ended(step.truncated(), i));
        seat.next();
      }
    }
    return new Transitions(observation, actions, reward, stacked(next), terminated, ended);
  }

  @Override
  public void exchange(Store store) {
    for (int i = 0; i < size(); i++) {
      store.part(String.valueOf(i), seats.get(i));
    }
  }

  @Override
  public void close() {
    seats.forEach(Seat::close);
  }

  private static Matrix stacked(List<double[]> rows) {
    return Matrix.of(rows.toArray(double[][]::new));
  }
}
