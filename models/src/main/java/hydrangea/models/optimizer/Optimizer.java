package hydrangea.models.optimizer;

import hydrangea.models.Gradient;
import hydrangea.models.Saved;
import hydrangea.models.Weights;

/** A rule that moves weights against their gradient, with what it remembers of past gradients. */
public interface Optimizer extends Saved {
  /**
   * Makes one update of {@code weights}; the gradient is left as it was.
   *
   * @param gradient of the loss in these weights; one that is not finite makes them so, too, as in
   *     PyTorch: the returned norm tells
   * @param step finished updates before this one: 0 for the first
   * @param steps planned updates in all, for the schedule
   * @return the gradient's Euclidean norm before clipping
   */
  double update(Weights weights, Gradient gradient, long step, long steps);
}
