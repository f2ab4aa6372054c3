package hydrangea.models.estimation;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;

/** The sums V and b of some rows of W, unknown {@code (k - first) f + l} for the entry (k, l). */
final class NormalEquations implements Saved {
  private final int first;
  private final int features;
  private final int unknowns;
  private final double[] v;
  private final double[] b;

  /** Of the rows from {@code first} (inclusive) to {@code end} (exclusive). */
  NormalEquations(int first, int end, int features) {
    this.first = first;
    this.features = features;
    unknowns = (end - first) * features;
    v = new double[unknowns * unknowns];
    b = new double[unknowns];
  }

  /**
   * Adds {@code slope slope^T (x) phi phi^T} to V and {@code xi (x) phi} to b.
   *
   * @param row the row of W that belongs to the first slope
   */
  void add(int row, double[] slope, double[] xi, double[] phi) {
    int start = (row - first) * features;
    for (int k = 0, at = start; k < slope.length; k++) {
      for (int l = 0; l < features; l++, at++) {
        b[at] += xi[k] * phi[l];
        double factor = slope[k] * phi[l];
        for (int m = 0, to = at * unknowns + start; m < slope.length; m++) {
          for (int n = 0; n < features; n++, to++) {
            v[to] += factor * slope[m] * phi[n];
          }
        }
      }
    }
  }

  /** Puts {@code -(V + lambda I)^-1 b} into its rows of {@code w}. */
  void solve(double lambda, long transitions, Matrix w) {
    Check.require(
        lambda > 0 || transitions >= unknowns,
        () ->
            "%d transitions do not determine %d weights: add transitions, or take lambda > 0"
                .formatted(transitions, unknowns));
    var solved = Cholesky.solve(v, lambda, b, this::name);
    for (int i = 0; i < unknowns; i++) {
      w.data[first * features + i] = -solved[i];
    }
  }

  private String name(int unknown) {
    return "W[%d, %d]".formatted(first + unknown / features, unknown % features);
  }

  @Override
  public void exchange(Store store) {
    store.array("v", v);
    store.array("b", b);
  }
}
