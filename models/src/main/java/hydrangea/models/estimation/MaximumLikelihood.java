package hydrangea.models.estimation;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Store;
import hydrangea.models.family.Family;
import hydrangea.models.family.TransitionFamily;
import java.util.ArrayList;
import java.util.List;

/**
 * Maximum likelihood: the W that maximises {@code sum_T [psi(s'_t) . v_t - log Z(v_t)] - lambda
 * |W|^2 / 2} with {@code v_t = W phi_t}, a concave function, by Newton's method with
 *
 * <pre>
 *   gradient  sum_T (psi(s'_t) - E psi) phi_t^T - lambda W
 *   -Hessian  sum_T Cov(psi) (x) phi_t phi_t^T + lambda I
 * </pre>
 *
 * and E, Cov by quadrature for every v_t. The likelihood is a product over coordinates, each of
 * which is solved for by itself.
 *
 * <p>Source: the estimator that the code of Li et al. 2022 compares score matching with.
 */
public final class MaximumLikelihood implements Estimator {
  private final TransitionFamily family;
  private final int features;
  private final Spec spec;
  private final List<double[]> phis = new ArrayList<>();
  private final List<double[]> nexts = new ArrayList<>();

  MaximumLikelihood(TransitionFamily family, int features, Spec spec) {
    this.family = family;
    this.features = features;
    this.spec = spec;
  }

  /**
   * Maximum likelihood.
   *
   * @param lambda weight of {@code |W|^2 / 2} beside the sum over transitions
   * @param maxIterations Newton steps after which there is no hope
   */
  public record Spec(double lambda, int maxIterations) implements EstimatorSpec {
    public Spec {
      Check.notNegative("lambda", lambda);
      Check.atLeast("maxIterations", maxIterations, 1);
    }

    @Override
    public MaximumLikelihood build(TransitionFamily family, int features) {
      return new MaximumLikelihood(family, features, this);
    }
  }

  @Override
  public void add(double[] phi, double[] next) {
    family.requireSupport(next);
    phis.add(phi.clone());
    nexts.add(next.clone());
  }

  @Override
  public Matrix estimate() {
    var w = new Matrix(family.statistics(), features);
    int[] rows = family.rows();
    double[][] phi = phis.toArray(double[][]::new);
    for (int i = 0; i < family.dimension(); i++) {
      Family coordinate = family.coordinates().get(i);
      int at = i;
      double[] next = nexts.stream().mapToDouble(each -> each[at]).toArray();
      var likelihood = new Likelihood(coordinate, phi, next, spec.lambda);
      double[] solved = Newton.maximise(likelihood, spec.maxIterations, rows[i]);
      System.arraycopy(solved, 0, w.data, rows[i] * features, solved.length);
    }
    return w;
  }

  @Override
  public void exchange(Store store) {
    exchange(store, "phi", phis, features);
    exchange(store, "next", nexts, family.dimension());
  }

  private static void exchange(Store store, String name, List<double[]> list, int columns) {
    var now = new Matrix(list.size(), columns);
    for (int i = 0; i < now.rows; i++) {
      System.arraycopy(list.get(i), 0, now.data, i * columns, columns);
    }
    Matrix kept = store.matrix(name, now);
    list.clear();
    for (int i = 0; i < kept.rows; i++) {
      list.add(kept.row(i));
    }
  }
}
