package hydrangea.models.training;

import hydrangea.models.Check;

/** When to end before the last step. */
public sealed interface EarlyStop {
  /** How many episodes it looks at. */
  int window();

  /**
   * Whether to end now.
   *
   * @param mean of the returns of the last {@link #window} training episodes, never of fewer
   */
  boolean ends(double mean);

  /** Not at all. */
  record Never() implements EarlyStop {
    @Override
    public int window() {
      return 1;
    }

    @Override
    public boolean ends(double mean) {
      return false;
    }
  }

  /**
   * Once the training episodes have a mean return of so much.
   *
   * @param least the mean to reach
   * @param window the mean of how many episodes
   */
  record MeanReturn(double least, int window) implements EarlyStop {
    public MeanReturn {
      Check.require(Double.isFinite(least), "least must be finite, was " + least);
      Check.atLeast("window", window, 1);
    }

    @Override
    public boolean ends(double mean) {
      return mean >= least;
    }
  }
}
