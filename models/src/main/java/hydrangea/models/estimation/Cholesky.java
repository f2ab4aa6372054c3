package hydrangea.models.estimation;

import java.util.function.IntFunction;

/** Solves a symmetric positive definite system in place of its inverse. */
final class Cholesky {
  /** Of a pivot to the diagonal entry it came from: below it rounding is all that is left. */
  private static final double LEAST_SHARE = 1e-13;

  private Cholesky() {}

  /**
   * {@code (a + lambda I)^-1 b}.
   *
   * @param a {@code [n, n]}; left alone
   * @param b {@code [n]}; left alone
   * @param name of an unknown, for the error of a singular system
   */
  static double[] solve(double[] a, double lambda, double[] b, IntFunction<String> name) {
    double[] factor = factor(a, lambda, b.length, name);
    double[] x = b.clone();
    int n = x.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        x[i] -= factor[i * n + j] * x[j];
      }
      x[i] /= factor[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= factor[j * n + i] * x[j];
      }
      x[i] /= factor[i * n + i];
    }
    return x;
  }

  /** The lower triangle L of {@code L L^T = a + lambda I}. */
  private static double[] factor(double[] a, double lambda, int n, IntFunction<String> name) {
    double[] factor = a.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = factor[i * n + j] + (i == j ? lambda : 0);
        double whole = rest;
        for (int k = 0; k < j; k++) {
          rest -= factor[i * n + k] * factor[j * n + k];
        }
        if (i == j) {
          requirePositive(rest, whole, name.apply(i));
        }
        factor[i * n + j] = i == j ? Math.sqrt(rest) : rest / factor[j * n + j];
      }
    }
    return factor;
  }

  private static void requirePositive(double pivot, double whole, String name) {
    if (!(pivot > LEAST_SHARE * whole)) {
      throw new IllegalArgumentException(
          "the system is singular at %s, pivot %.3g of %.3g: its statistics or features depend on each other; take lambda > 0"
              .formatted(name, pivot, whole));
    }
  }
}
