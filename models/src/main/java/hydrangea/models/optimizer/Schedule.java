package hydrangea.models.optimizer;

/**
 * A dimensionless factor of the learning rate over a training, so that the rate can change without
 * its schedule. After the last step a factor stays what it was.
 */
public sealed interface Schedule
    permits Schedule.Constant, Schedule.Linear, Schedule.Cosine, Schedule.WarmUp, Schedule.Open {

  /** A schedule of the user's own. */
  non-sealed interface Open extends Schedule {}

  /**
   * The factor of one update.
   *
   * @param step updates done before this one
   * @param steps updates of the whole training
   */
  double factor(long step, long steps);

  private static double progress(long step, long steps) {
    return step >= steps ? 1 : (double) step / steps;
  }

  /** Always 1. */
  record Constant() implements Schedule {
    @Override
    public double factor(long step, long steps) {
      return 1;
    }
  }

  /** {@code from + (to - from) step / steps}. */
  record Linear(double from, double to) implements Schedule {
    public Linear {
      Check.notNegative("from", from);
      Check.notNegative("to", to);
    }

    @Override
    public double factor(long step, long steps) {
      return from + (to - from) * progress(step, steps);
    }
  }

  /**
   * {@code to + (1 - to) (1 + cos(pi step / steps)) / 2}, from 1 to {@code to}.
   *
   * <p>Source: Loshchilov and Hutter 2017, "SGDR", eq. 5 without restarts, <a
   * href="https://arxiv.org/abs/1608.03983">arXiv 1608.03983</a>; PyTorch's {@code
   * CosineAnnealingLR} with {@code eta_min = to learningRate}.
   */
  record Cosine(double to) implements Schedule {
    public Cosine {
      Check.notNegative("to", to);
    }

    @Override
    public double factor(long step, long steps) {
      return to + (1 - to) * 0.5 * (1 + Math.cos(Math.PI * progress(step, steps)));
    }
  }

  /**
   * {@code step / updates} for the first {@code updates}, then another schedule over what remains.
   * The very first update has factor 0.
   *
   * @param updates how long it rises
   */
  record WarmUp(long updates, Schedule then) implements Schedule {
    public WarmUp {
      Check.positive("updates", (double) updates);
    }

    @Override
    public double factor(long step, long steps) {
      return step < updates
          ? (double) step / updates
          : then.factor(step - updates, steps - updates);
    }
  }
}
