package hydrangea.models.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gauss-Legendre nodes on the panels of an interval, with log q and psi of a family there: what is
 * the same for all parameters. Panels shrink towards 0 and towards the ends, where bases and
 * statistics may have a kink, and farther where they grow without bound.
 */
final class Grid {
  private static final int POINTS = 16;
  private static final int HALVINGS = 12; // |x|^1.1 is then integrated to 1e-13
  private static final int STEEP_HALVINGS = 44;
  private static final int MOST_PANELS = 200_000;
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS);

  final Family family;
  final double[] edges;
  final double[] x;
  final double[] psi;
  private final double[] weight;
  private final double[] logBase;

  Grid(Family family, Interval interval, double width) {
    this.family = family;
    edges = edges(interval, width);
    int n = (edges.length - 1) * POINTS;
    x = new double[n];
    weight = new double[n];
    logBase = new double[n];
    psi = new double[n * family.statistics()];
    Base base = family.base();
    for (int j = 0; j < n; j++) {
      double low = edges[j / POINTS];
      double half = 0.5 * (edges[j / POINTS + 1] - low);
      x[j] = low + half * (1 + RULE.getPoint(j % POINTS));
      weight[j] = half * RULE.getWeight(j % POINTS);
      logBase[j] = base.log(x[j]);
      double[] here = family.psi(x[j]);
      System.arraycopy(here, 0, psi, j * here.length, here.length);
    }
  }

  private double[] edges(Interval interval, double width) {
    var edges = new ArrayList<>(List.of(interval.lower()));
    if (interval.lower() < 0 && 0 < interval.upper()) {
      addPanels(edges, 0, width);
    }
    addPanels(edges, interval.upper(), width);
    return edges.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Panels from the last edge to {@code end}, the outermost two halved again and again. */
  private void addPanels(List<Double> edges, double end, double width) {
    double start = edges.get(edges.size() - 1);
    double count = Math.max(2, Math.ceil((end - start) / width));
    if (!(count <= MOST_PANELS)) {
      throw new IllegalArgumentException(
          "[%s, %s] in steps of %s is too much to integrate over: give a smaller support"
              .formatted(start, end, width));
    }
    double step = (end - start) / count;
    for (int h = halvings(start, step); h >= 0; h--) {
      add(edges, start + Math.scalb(step, -h));
    }
    for (int i = 2; i < count; i++) {
      add(edges, start + i * step);
    }
    for (int h = 1, last = halvings(end, -step); h <= last; h++) {
      add(edges, end - Math.scalb(step, -h));
    }
    add(edges, end);
  }

  /** More where log q or psi are the steeper the closer they are. */
  private int halvings(double end, double step) {
    double near = slope(end + Math.scalb(step, -STEEP_HALVINGS));
    return near <= 2 * slope(end + Math.scalb(step, -STEEP_HALVINGS / 2)) + 1
        ? HALVINGS
        : STEEP_HALVINGS;
  }

  private double slope(double at) {
    double sum = Math.abs(family.base().slope(at));
    for (double each : family.psiSlope(at)) {
      sum += Math.abs(each);
    }
    return sum;
  }

  /** Leaves out what rounding has made an empty panel. */
  private static void add(List<Double> edges, double edge) {
    if (edge > edges.get(edges.size() - 1)) {
      edges.add(edge);
    }
  }

  /** Fills {@code mass} with the probability that each node stands for; returns log Z. */
  double tilt(double[] v, double[] mass) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0, at = 0; j < x.length; j++) {
      double log = logBase[j];
      for (double each : v) {
        log += each * psi[at++];
      }
      mass[j] = log;
      largest = Math.max(largest, log);
    }
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      mass[j] = weight[j] * Math.exp(mass[j] - largest);
      sum += mass[j];
    }
    for (int j = 0; j < x.length; j++) {
      mass[j] /= sum;
    }
    return largest + Math.log(sum);
  }

  /** The panel that holds {@code at}, which lies within the edges. */
  int panel(double at) {
    int found = Arrays.binarySearch(edges, at);
    return Math.min(found >= 0 ? found : -found - 2, edges.length - 2);
  }

  /** The sums of each panel's masses from the left, {@code [panels + 1]}. */
  double[] cumulative(double[] mass) {
    var sums = new double[edges.length];
    for (int j = 0; j < mass.length; j++) {
      sums[j / POINTS + 1] += mass[j];
    }
    for (int p = 1; p < sums.length; p++) {
      sums[p] += sums[p - 1];
    }
    return sums;
  }

  /** The integral of the density from {@code from} to {@code to}, within one panel. */
  static double integral(ScalarDensity density, double from, double to) {
    double half = 0.5 * (to - from);
    double sum = 0;
    for (int j = 0; j < POINTS; j++) {
      double log = density.logDensity(from + half * (1 + RULE.getPoint(j)));
      sum += RULE.getWeight(j) * Math.exp(log);
    }
    return half * sum;
  }
}
