package hydrangea.models.objective;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.Weights;
import hydrangea.models.optimizer.Optimizer;
import hydrangea.models.optimizer.OptimizerSpec;

/** A temperature in use: log alpha as a weight of its own, with its optimiser. */
final class Alpha implements Saved {
  private final Temperature spec;
  private final int dimensions;
  private final Weights log = new Weights(1);
  private final Gradient gradient = new Gradient(log);
  private final Optimizer optimizer;

  /**
   * @param dimensions that the log-probabilities count
   */
  Alpha(Temperature spec, int dimensions, OptimizerSpec optimizer) {
    this.spec = spec;
    this.dimensions = dimensions;
    this.optimizer = optimizer.build(1);
    log.edit()[0] = (float) Math.log(spec.initial());
  }

  double value() {
    return spec instanceof Temperature.Fixed fixed ? fixed.alpha() : Math.exp(log.value()[0]);
  }

  /** Makes one update by the log-probabilities of draws, {@code [B, 1]}; returns the loss. */
  double update(Matrix logProb, long step, long steps) {
    if (!(spec instanceof Temperature.AutoTuned tuned)) {
      return 0;
    }
    double target = tuned.entropy() * dimensions;
    var loss = hydrangea.models.loss.Temperature.of(log.value()[0], logProb, target);
    gradient.clear();
    gradient.value()[0] = (float) loss.dLogAlpha();
    optimizer.update(log, gradient, step, steps);
    return loss.value();
  }

  @Override
  public void exchange(Store store) {
    store.part("log", log);
    store.part("optimizer", optimizer);
  }
}
