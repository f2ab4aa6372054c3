package hydrangea.models.family;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws of a family with one statistic by inverting tabulated distribution functions, a row for
 * each v of a grid, made when it is first asked for.
 *
 * <p>Within a row x is interpolated. Between two rows one of them is drawn, the nearer the
 * likelier: on average that is the density interpolated in v, off by {@code step^2 / 8} times its
 * curvature in v, 5e-5 of its value. Rows beyond the largest v are not kept.
 */
final class QuantileTable implements Sampler {
  private static final int ROWS_PER_UNIT = 50;
  private static final int LARGEST_V = 64;
  private static final int KEPT = LARGEST_V * ROWS_PER_UNIT;

  // Runs of a study ask for the same table again and again, and filling one takes as long as a run.
  private static final Map<Family, SoftReference<QuantileTable>> TABLES = new HashMap<>();

  // Rows and lattices are immutable and equal whoever makes them: threads may race to fill a place.
  private final @Nullable QuantileRow[] rows = new QuantileRow[2 * KEPT + 1];
  private final @Nullable Lattice[] lattices = new Lattice[Integer.SIZE];
  private final Family family;

  private QuantileTable(Family family) {
    this.family = family;
  }

  /** The table of {@code family}, which all who draw from it share. */
  static QuantileTable of(Family family) {
    synchronized (TABLES) {
      var kept = TABLES.get(family);
      QuantileTable table = kept == null ? null : kept.get();
      if (table == null) {
        table = new QuantileTable(family);
        TABLES.put(family, new SoftReference<>(table));
      }
      return table;
    }
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

  private QuantileRow row(long index) {
    if (Math.abs(index) > KEPT) {
      double v = (double) index / ROWS_PER_UNIT;
      return new QuantileRow(new Lattice(family, Math.abs(v)), v);
    }
    int place = (int) index + KEPT;
    QuantileRow row = rows[place];
    if (row == null) {
      double v = (double) index / ROWS_PER_UNIT;
      row = new QuantileRow(lattice(Math.abs(v)), v);
      rows[place] = row;
    }
    return row;
  }

  /** One for all v up to a power of 2. */
  private Lattice lattice(double v) {
    int power = Math.max(0, (int) Math.ceil(Math.log(v) / Math.log(2)));
    Lattice lattice = lattices[power];
    if (lattice == null) {
      lattice = new Lattice(family, Math.scalb(1.0, power));
      lattices[power] = lattice;
    }
    return lattice;
  }
}
