package hydrangea.models.ode;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import java.util.ArrayList;
import java.util.List;

/**
 * An explicit Runge-Kutta method: k_i = f(x + h sum_j a_ij k_j, t + c_i h), then x + h sum_i b_i
 * k_i. A method is data, its Butcher tableau.
 *
 * <p>Source: Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, chapter II.1.
 */
@SuppressWarnings("ImmutableEnumChecker") // the tableaus are private and never written to
public enum OdeSolver {
  EULER(new double[][] {{}}, new double[] {1}, new double[] {0}, 1),
  MIDPOINT(new double[][] {{}, {0.5}}, new double[] {0, 1}, new double[] {0, 0.5}, 2),
  HEUN(new double[][] {{}, {1}}, new double[] {0.5, 0.5}, new double[] {0, 1}, 2),
  RK4(
      new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}},
      new double[] {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0},
      new double[] {0, 0.5, 0.5, 1},
      4);

  private final double[][] a;
  private final double[] b;
  private final double[] c;
  private final int order;

  OdeSolver(double[][] a, double[] b, double[] c, int order) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.order = order;
  }

  /** The power of the step with which the error at a fixed time vanishes. */
  public int order() {
    return order;
  }

  /** dx/dt at (x, t), shaped like x. */
  @FunctionalInterface
  public interface Field {
    Matrix at(Matrix x, double t);
  }

  /** dx/dt at (x, t) with its way back to x. */
  @FunctionalInterface
  public interface PassField {
    Pass at(Matrix x, double t);
  }

  /** x at time {@code to}, from x at {@code from}, in equal steps. */
  public Matrix solve(Field field, Matrix x, double from, double to, int steps) {
    double h = (to - from) / steps;
    for (int i = 0; i < steps; i++) {
      x = step(field, x, from + i * h, h);
    }
    return x;
  }

  private Matrix step(Field field, Matrix x, double t, double h) {
    List<Matrix> slopes = new ArrayList<>(b.length);
    for (int i = 0; i < b.length; i++) {
      slopes.add(field.at(moved(x, h, a[i], slopes), t + c[i] * h));
    }
    return moved(x, h, b, slopes);
  }

  /** As {@link #solve}, differentiable in the first x and in whatever the field depends on. */
  public Pass forward(PassField field, Matrix x, double from, double to, int steps) {
    double h = (to - from) / steps;
    List<Step> taken = new ArrayList<>(steps);
    for (int i = 0; i < steps; i++) {
      taken.add(forwardStep(field, x, from + i * h, h));
      x = taken.get(i).value();
    }
    return new Solution(x, taken);
  }

  private Step forwardStep(PassField field, Matrix x, double t, double h) {
    List<Pass> stages = new ArrayList<>(b.length);
    List<Matrix> slopes = new ArrayList<>(b.length);
    for (int i = 0; i < b.length; i++) {
      Pass stage = field.at(moved(x, h, a[i], slopes), t + c[i] * h);
      stages.add(stage);
      slopes.add(stage.value());
    }
    return new Step(this, moved(x, h, b, slopes), stages, h);
  }

  /** All steps, last first on the way back. */
  private record Solution(Matrix value, List<Step> steps) implements Pass {
    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      Matrix dx = dValue;
      for (int i = steps.size() - 1; i >= 0; i--) {
        dx = steps.get(i).backward(dx, into);
      }
      return dx;
    }
  }

  /** One step; d k_i = h (b_i d + sum_{l > i} a_li d x_l), where x_l is the point of stage l. */
  private record Step(OdeSolver method, Matrix value, List<Pass> stages, double h) implements Pass {
    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      var dx = new Matrix(dValue.rows, dValue.columns, dValue.data.clone());
      var dPoints = new Matrix[stages.size()];
      for (int i = stages.size() - 1; i >= 0; i--) {
        var dSlope = new Matrix(dValue.rows, dValue.columns);
        add(dSlope, h * method.b[i], dValue);
        for (int later = i + 1; later < stages.size(); later++) {
          double share = i < method.a[later].length ? method.a[later][i] : 0;
          add(dSlope, h * share, dPoints[later]);
        }
        dPoints[i] = stages.get(i).backward(dSlope, into);
        add(dx, 1, dPoints[i]);
      }
      return dx;
    }
  }

  /** x + h sum_i share_i slope_i. */
  private static Matrix moved(Matrix x, double h, double[] shares, List<Matrix> slopes) {
    if (shares.length == 0) {
      return x;
    }
    var sum = new Matrix(x.rows, x.columns, x.data.clone());
    for (int i = 0; i < shares.length; i++) {
      add(sum, h * shares[i], slopes.get(i));
    }
    return sum;
  }

  private static void add(Matrix sum, double factor, Matrix term) {
    for (int k = 0; k < sum.data.length; k++) {
      sum.data[k] += factor * term.data[k];
    }
  }
}
