package hydrangea.models.family;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.SpecNames;
import java.util.Collections;
import java.util.List;

/**
 * {@code p_W(s'|s,a) = prod_i p_i(s'_i; v_i)} with {@code v = W phi(s, a)}: a family for each
 * coordinate of the state, and the features that all of them share.
 *
 * @param coordinates d of them; their statistics one after another are the rows of W
 */
public record TransitionFamily(List<Family> coordinates, Features features) {
  public TransitionFamily {
    Check.require(!coordinates.isEmpty(), "coordinates must not be empty");
    coordinates = List.copyOf(coordinates);
  }

  /** The same family for each of {@code d} coordinates. */
  public static TransitionFamily of(Family family, int d, Features features) {
    return new TransitionFamily(Collections.nCopies(d, family), features);
  }

  /** d. */
  public int dimension() {
    return coordinates.size();
  }

  /** The rows of W. */
  public int statistics() {
    return coordinates.stream().mapToInt(Family::statistics).sum();
  }

  /** The row of W at which each coordinate starts, and their number, {@code [d + 1]}. */
  public int[] rows() {
    var rows = new int[dimension() + 1];
    for (int i = 0; i < dimension(); i++) {
      rows[i + 1] = rows[i] + coordinates.get(i).statistics();
    }
    return rows;
  }

  /**
   * v of one coordinate: its rows of {@code w} times {@code phi}, {@code [k]}.
   *
   * @param w {@code [sum of k over d, f]}
   * @param phi {@code [f]}
   */
  public double[] natural(Matrix w, int coordinate, double[] phi) {
    int[] rows = rows();
    var v = new double[rows[coordinate + 1] - rows[coordinate]];
    for (int k = 0; k < v.length; k++) {
      for (int l = 0; l < phi.length; l++) {
        v[k] += w.at(rows[coordinate] + k, l) * phi[l];
      }
    }
    return v;
  }

  /**
   * Refuses a next state that has no density.
   *
   * @param next {@code [d]}
   */
  public void requireSupport(double[] next) {
    for (int i = 0; i < dimension(); i++) {
      Interval support = coordinates.get(i).support();
      if (!(support.lower() <= next[i] && next[i] <= support.upper())) {
        throw new IllegalArgumentException(
            "coordinate %d of a next state is %s, outside the support [%s, %s] of %s: widen it or take another family"
                .formatted(
                    i,
                    next[i],
                    support.lower(),
                    support.upper(),
                    SpecNames.of(coordinates.get(i).getClass())));
      }
    }
  }
}
