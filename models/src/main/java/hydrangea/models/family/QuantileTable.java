package hydrangea.models.family;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws of a family with one statistic by inverting tabulated distribution functions, a row for
 * each v of a grid, made when it is first asked for.
 *
 * <p>Within a row x is interpolated between the nodes. Between two rows one of them is drawn, the
 * nearer the likelier: on average that is the density interpolated in v, off by {@code step^2 / 8}
 * times its curvature in v, 5e-5 of its value. Rows beyond the largest v are not kept.
 */
final class QuantileTable implements Sampler {
  private static final int ROWS_PER_UNIT = 50;
  private static final int KEPT = 64 * ROWS_PER_UNIT;
  private static final int CELLS_PER_SCALE = 50;
  private static final double NATS = 30; // exp(-30) = 1e-13, a cell's worth of probability

  private final Family family;
  // Rows are immutable and equal whoever makes them, so threads may race to fill a place.
  private final @Nullable Row[] rows = new Row[2 * KEPT + 1];

  QuantileTable(Family family) {
    this.family = family;
  }

  @Override
  public void sample(
      double[] v, int count, double[] x, int from, int step, RandomGenerator random) {
    for (int i = 0, k = from; i < count; i++, k += step) {
      long bits = random.nextLong();
      double u = (bits >>> 11) * 0x1p-53;
      double place = v[i] * ROWS_PER_UNIT;
      long below = (long) Math.floor(place);
      boolean above = (bits & 2047) < (place - below) * 2048; // bits that u does not use
      x[k] = row(above ? below + 1 : below).quantile(u);
    }
  }

  private Row row(long index) {
    if (Math.abs(index) > KEPT) {
      return new Row(family, (double) index / ROWS_PER_UNIT);
    }
    int place = (int) index + KEPT;
    Row row = rows[place];
    if (row == null) {
      row = new Row(family, (double) index / ROWS_PER_UNIT);
      rows[place] = row;
    }
    return row;
  }

  /** The distribution function at equidistant nodes, by the trapezoid rule, and where to look. */
  private static final class Row {
    private final double lower;
    private final double cell;
    private final double[] cdf;
    private final int[] guide;

    Row(Family family, double v) {
      Interval reach = family.reach(new double[] {v}, NATS);
      int cells =
          (int) Math.ceil((reach.upper() - reach.lower()) * CELLS_PER_SCALE / family.scale());
      lower = reach.lower();
      cell = (reach.upper() - lower) / cells;
      cdf = distribution(family, v, cells);
      guide = guide(cdf);
    }

    private double[] distribution(Family family, double v, int cells) {
      var logs = new double[cells + 1];
      Base base = family.base();
      double largest = Double.NEGATIVE_INFINITY;
      for (int j = 0; j <= cells; j++) {
        double x = lower + j * cell;
        logs[j] = base.log(x) + v * family.psi(x)[0];
        largest = Math.max(largest, logs[j]);
      }
      double before = Math.exp(logs[0] - largest);
      double sum = 0;
      logs[0] = 0;
      for (int j = 1; j <= cells; j++) {
        double here = Math.exp(logs[j] - largest);
        sum += before + here;
        before = here;
        logs[j] = sum;
      }
      for (int j = 0; j < cells; j++) {
        logs[j] /= sum;
      }
      logs[cells] = 1;
      return logs;
    }

    /** For each of equal steps of probability the last node that is not above its start. */
    private static int[] guide(double[] cdf) {
      var guide = new int[cdf.length];
      int node = 0;
      for (int g = 0; g < guide.length; g++) {
        while (cdf[node + 1] <= (double) g / guide.length) {
          node++;
        }
        guide[g] = node;
      }
      return guide;
    }

    double quantile(double u) {
      int j = guide[(int) (u * guide.length)];
      while (cdf[j + 1] <= u) {
        j++;
      }
      return lower + cell * (j + (u - cdf[j]) / (cdf[j + 1] - cdf[j]));
    }
  }
}
