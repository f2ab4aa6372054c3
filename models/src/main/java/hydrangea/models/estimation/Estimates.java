package hydrangea.models.estimation;

import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.family.TransitionModel;
import java.util.Arrays;
import java.util.List;

/** What one estimator came to, run by run. */
public final class Estimates implements Saved {
  private final EstimatorSpec spec;
  private final TransitionModel truth;
  private final List<Integer> counts;
  private Matrix errors;
  private Matrix distances;
  private Matrix w;

  /**
   * No run yet.
   *
   * @param counts of the transitions that estimates are made from, ascending
   */
  public Estimates(EstimatorSpec spec, TransitionModel truth, List<Integer> counts) {
    this.spec = spec;
    this.truth = truth;
    this.counts = counts;
    errors = new Matrix(0, counts.size());
    distances = new Matrix(0, truth.family().dimension());
    w = new Matrix(0, truth.w().data.length);
  }

  /**
   * One more run: estimates from more and more of the same transitions.
   *
   * @param heldOut features of inputs at which densities are compared, {@code [n, f]}
   */
  public void add(Sample transitions, Matrix heldOut) {
    Estimator estimator = spec.build(truth.family(), truth.w().columns);
    var row = new double[counts.size()];
    Matrix estimate = truth.w();
    for (int i = 0, t = 0; i < row.length; i++) {
      for (; t < counts.get(i); t++) {
        estimator.add(transitions.phi().row(t), transitions.next().row(t));
      }
      estimate = estimator.estimate();
      row[i] = Misfit.error(estimate, truth.w());
    }
    errors = with(errors, row);
    distances = with(distances, Misfit.distances(estimate, truth, heldOut));
    w = with(w, estimate.data);
  }

  private static Matrix with(Matrix rows, double[] last) {
    double[] all = Arrays.copyOf(rows.data, rows.data.length + last.length);
    System.arraycopy(last, 0, all, rows.data.length, last.length);
    return new Matrix(rows.rows + 1, rows.columns, all);
  }

  public int runs() {
    return errors.rows;
  }

  /** {@code |W_hat - W|_F}, {@code [runs, counts]}; whether or not the inputs tell W at all. */
  public Matrix errors() {
    return errors;
  }

  /** How the mean error falls, with two counts at least. */
  public PowerLaw law() {
    double[] n = counts.stream().mapToDouble(Integer::doubleValue).toArray();
    return PowerLaw.through(n, means(errors));
  }

  /**
   * Of each coordinate's densities after all transitions, over held-out inputs, {@code [runs, d]}.
   */
  public Matrix distances() {
    return distances;
  }

  /** W after all transitions, row-major, {@code [runs, (sum of k over d) f]}. */
  public Matrix w() {
    return w;
  }

  /** W after all transitions of the latest run, {@code [sum of k over d, f]}. */
  Matrix latest() {
    return new Matrix(truth.w().rows, truth.w().columns, w.row(w.rows - 1));
  }

  /** The mean of each column. */
  public static double[] means(Matrix rows) {
    var means = new double[rows.columns];
    for (int i = 0; i < rows.data.length; i++) {
      means[i % rows.columns] += rows.data[i] / rows.rows;
    }
    return means;
  }

  @Override
  public void exchange(Store store) {
    errors = store.matrix("errors", errors);
    distances = store.matrix("distances", distances);
    w = store.matrix("w", w);
  }
}
