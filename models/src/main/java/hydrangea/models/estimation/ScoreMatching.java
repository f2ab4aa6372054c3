package hydrangea.models.estimation;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Store;
import hydrangea.models.family.Family;
import hydrangea.models.family.TransitionFamily;
import java.util.stream.IntStream;

/**
 * Score matching in closed form: the W that minimises Hyvarinen's objective {@code sum_T sum_i
 * [(d_i log p)^2 / 2 + d_i^2 log p] + lambda |W|^2 / 2}, in which log Z does not occur,
 *
 * <pre>
 *   C_t  = sum_i d_i psi d_i psi^T          xi_t = sum_i (d_i log q d_i psi + d_i^2 psi)
 *   V    = sum_T C_t (x) phi_t phi_t^T      b    = sum_T xi_t (x) phi_t
 *   W    = -(V + lambda I)^-1 b
 * </pre>
 *
 * <p>V and b are sums, so lambda weighs less the more transitions there are. For {@link
 * hydrangea.models.family.Normal} this is ridge regression, {@code W = S' Phi (Phi^T Phi + lambda
 * sigma^2 I)^-1}.
 *
 * <p>Source: Hyvarinen 2005, "Estimation of non-normalized statistical models by score matching",
 * JMLR 6, theorem 1; Li et al. 2022, arXiv 2112.14195.
 */
public final class ScoreMatching implements Estimator {
  private final TransitionFamily family;
  private final int features;
  private final Spec spec;
  private final int[] rows;
  private final NormalEquations[] systems;
  private long count;

  ScoreMatching(TransitionFamily family, int features, Spec spec) {
    this.family = family;
    this.features = features;
    this.spec = spec;
    rows = family.rows();
    systems =
        spec.coordinates == Coordinates.APART
            ? IntStream.range(0, family.dimension())
                .mapToObj(i -> new NormalEquations(rows[i], rows[i + 1], features))
                .toArray(NormalEquations[]::new)
            : new NormalEquations[] {new NormalEquations(0, family.statistics(), features)};
  }

  /** Whether the rows of W that belong to one coordinate are solved for by themselves. */
  public enum Coordinates {
    /** One system each: as no statistic belongs to two coordinates, less work for the same W. */
    APART,
    /** One system for all of W. */
    TOGETHER
  }

  /**
   * Score matching.
   *
   * @param lambda weight of {@code |W|^2 / 2} beside the sum over transitions
   */
  public record Spec(double lambda, Coordinates coordinates) implements EstimatorSpec {
    public Spec {
      Check.notNegative("lambda", lambda);
    }

    @Override
    public ScoreMatching build(TransitionFamily family, int features) {
      return new ScoreMatching(family, features, this);
    }
  }

  @Override
  public void add(double[] phi, double[] next) {
    family.requireSupport(next);
    for (int i = 0; i < family.dimension(); i++) {
      NormalEquations system = systems[systems.length == 1 ? 0 : i];
      Family coordinate = family.coordinates().get(i);
      double baseSlope = coordinate.base().slope(next[i]);
      double[] slope = coordinate.psiSlope(next[i]);
      double[] xi = coordinate.psiCurvature(next[i]);
      for (int k = 0; k < xi.length; k++) {
        xi[k] += baseSlope * slope[k];
      }
      system.add(rows[i], slope, xi, phi);
    }
    count++;
  }

  @Override
  public Matrix estimate() {
    var w = new Matrix(family.statistics(), features);
    for (NormalEquations system : systems) {
      system.solve(spec.lambda, count, w);
    }
    return w;
  }

  @Override
  public void exchange(Store store) {
    count = store.number("count", count);
    for (int i = 0; i < systems.length; i++) {
      store.part(String.valueOf(i), systems[i]);
    }
  }
}
