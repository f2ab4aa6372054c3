package hydrangea.envs;

import java.util.Collections;
import java.util.random.RandomGenerator;

/**
 * An environment whose actions lie in [-1, 1], stretched to the bounds of the one within:
 *
 * <pre>
 *   a_i = low_i + (high_i - low_i) (clip(x_i) + 1) / 2
 * </pre>
 *
 * <p>Source: Gymnasium, {@code gymnasium.wrappers.RescaleAction}. The one place where a policy's
 * actions are scaled: neither policy nor environment does it again.
 */
public final class ScaledActions<S> implements Wrapper<S> {
  private final Environment<S> environment;
  private final Box bounds;
  private final Box actionSpace;

  /**
   * @throws IllegalArgumentException if the actions are not points between finite bounds
   */
  public ScaledActions(Environment<S> environment) {
    this.environment = environment;
    if (!(environment.actionSpace() instanceof Box box) || !isFinite(box)) {
      throw new IllegalArgumentException(
          "only actions between finite bounds can be scaled, not those of "
              + environment.actionSpace());
    }
    bounds = box;
    actionSpace =
        new Box(Collections.nCopies(box.size(), -1.0), Collections.nCopies(box.size(), 1.0));
  }

  @Override
  public Environment<S> environment() {
    return environment;
  }

  @Override
  public Box actionSpace() {
    return actionSpace;
  }

  @Override
  public Step<S> step(S state, double[] action, RandomGenerator random) {
    return environment.step(state, stretched(action), random);
  }

  /** The action of the environment within that {@code action} means. */
  public double[] stretched(double[] action) {
    double[] scaled = actionSpace.clip(action);
    for (int i = 0; i < scaled.length; i++) {
      double low = bounds.low().get(i);
      scaled[i] = low + (bounds.high().get(i) - low) * (scaled[i] + 1) / 2;
    }
    return scaled;
  }

  private static boolean isFinite(Box box) {
    return box.low().stream().allMatch(Double::isFinite)
        && box.high().stream().allMatch(Double::isFinite);
  }
}
