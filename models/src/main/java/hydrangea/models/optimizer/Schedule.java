package hydrangea.models.optimizer;

import hydrangea.models.Check;

/**
 * A dimensionless factor on the learning rate over a training, so that overriding the rate keeps
 * the schedule and the other way round.
 */
public sealed interface Schedule {
  /**
   * The factor for one update.
   *
   * @param step finished updates before this one; from {@code steps} on the factor stays
   * @param steps planned updates in all
   */
  double factor(long step, long steps);

  /** Always 1. */
  record Constant() implements Schedule {
    @Override
    public double factor(long step, long steps) {
      return 1;
    }
  }

  /**
   * A straight line, from + (to - from) step / steps.
   *
   * @param from the factor at the start
   * @param to the factor at the end
   */
  record Linear(double from, double to) implements Schedule {
    public Linear {
      Check.notNegative("from", from);
      Check.notNegative("to", to);
    }

    @Override
    public double factor(long step, long steps) {
      return from + (to - from) * done(step, steps);
    }
  }

  /**
   * Half a cosine from 1 down, to + (1 - to) (1 + cos(pi step / steps)) / 2.
   *
   * <p>Source: Loshchilov and Hutter 2017, equation 5, without restarts, <a
   * href="https://arxiv.org/abs/1608.03983">arXiv:1608.03983</a>; PyTorch's {@code
   * CosineAnnealingLR} with eta_min = to times the learning rate.
   *
   * @param to the factor at the end
   */
  record Cosine(double to) implements Schedule {
    public Cosine {
      Check.notNegative("to", to);
    }

    @Override
    public double factor(long step, long steps) {
      return to + (1 - to) * (1 + Math.cos(Math.PI * done(step, steps))) / 2;
    }
  }

  /**
   * A straight line from 0 to where {@code then} starts, then {@code then} over the remaining
   * updates. The very first factor is 0: that update only fills an optimiser's averages.
   *
   * @param steps updates before {@code then}
   */
  record WarmUp(int steps, Schedule then) implements Schedule {
    public WarmUp {
      Check.atLeast("steps", steps, 0);
    }

    @Override
    public double factor(long step, long steps) {
      long rest = Math.max(0, steps - this.steps);
      return step < this.steps
          ? then.factor(0, rest) * step / this.steps
          : then.factor(step - this.steps, rest);
    }
  }

  /** The place for schedules from outside this catalogue: a script's or a jar's own record. */
  non-sealed interface Open extends Schedule {}

  /** The share of the updates that is done, in [0, 1]. */
  private static double done(long step, long steps) {
    return step <= 0 ? 0 : step >= steps ? 1 : (double) step / steps;
  }
}
