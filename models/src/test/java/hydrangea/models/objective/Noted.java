package hydrangea.models.objective;

import hydrangea.models.Gradient;
import hydrangea.models.Store;
import hydrangea.models.Weights;
import hydrangea.models.optimizer.Optimizer;
import hydrangea.models.optimizer.OptimizerSpec;
import java.util.ArrayList;
import java.util.List;

/** The optimisers that {@code of} builds, with the gradients that each of them is given last. */
record Noted(OptimizerSpec of, List<Last> built) implements OptimizerSpec.Open {
  /** What one optimiser updates, and by what. */
  static final class Last implements Optimizer {
    private final Optimizer optimizer;
    Weights weights = new Weights(0);
    float[] gradient = {};

    Last(Optimizer optimizer) {
      this.optimizer = optimizer;
    }

    @Override
    public double update(Weights weights, Gradient gradient, long step, long steps) {
      this.weights = weights;
      this.gradient = gradient.value().clone();
      return optimizer.update(weights, gradient, step, steps);
    }

    @Override
    public void exchange(Store store) {
      optimizer.exchange(store);
    }
  }

  Noted(OptimizerSpec of) {
    this(of, new ArrayList<>());
  }

  @Override
  public Optimizer build(int size) {
    built.add(new Last(of.build(size)));
    return built.get(built.size() - 1);
  }
}
