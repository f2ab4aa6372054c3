package hydrangea.models.training;

import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.rollout.Transitions.Ended;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The training episodes that have ended: those since the last row of metrics, and the last ones.
 */
final class Episodes implements Saved {
  private static final int REPORTED = 100; // episodes of the mean by which Gymnasium's are solved

  private final int window;
  private ArrayDeque<Double> last = new ArrayDeque<>();
  private List<double[]> recent = new ArrayList<>();
  private double best = Double.NEGATIVE_INFINITY; // mean of so many
  private long count;

  Episodes(int window) {
    this.window = window;
  }

  void add(Ended episode) {
    count++;
    recent.add(new double[] {episode.undiscounted(), episode.steps()});
    last.add(episode.undiscounted());
    while (last.size() > Math.max(window, REPORTED)) { // a resumed training may have a shorter one
      last.remove();
    }
    if (last.size() >= REPORTED) {
      best = Math.max(best, meanOfLast(REPORTED));
    }
  }

  long count() {
    return count;
  }

  /** The mean return of the last ones, or NaN while the window is not full. */
  double mean() {
    return last.size() < window ? Double.NaN : meanOfLast(window);
  }

  private double meanOfLast(int n) {
    double sum = 0;
    var newest = last.descendingIterator();
    for (int i = 0; i < n; i++) {
      sum += newest.next();
    }
    return sum / n;
  }

  /**
   * How many there were, the mean return of the last hundred and the best such mean: of a training
   * with fewer both are the mean of them all.
   */
  Map<String, Double> results() {
    var results = new LinkedHashMap<String, Double>();
    results.put("episodes", (double) count);
    if (count > 0) {
      double mean = meanOfLast(Math.min(last.size(), REPORTED));
      results.put("return_mean_100", mean);
      results.put("best_return_mean_100", last.size() < REPORTED ? mean : best);
    }
    return results;
  }

  /** What ended since this was asked last, by CleanRL's names; nothing where none has. */
  Map<String, Double> take() {
    var means = new LinkedHashMap<String, Double>();
    if (!recent.isEmpty()) {
      means.put("charts/episodic_return", mean(0));
      means.put("charts/episodic_length", mean(1));
    }
    if (!recent.isEmpty() && last.size() >= REPORTED) {
      means.put("charts/return_mean_100", meanOfLast(REPORTED));
    }
    recent.clear();
    return means;
  }

  private double mean(int column) {
    return recent.stream().mapToDouble(row -> row[column]).average().orElseThrow();
  }

  @Override
  public void exchange(Store store) {
    count = store.number("count", count);
    best = store.number("best", best);
    last = new ArrayDeque<>(store.list("last", List.copyOf(last), 0.0, Store::number));
    Matrix rows = recent.isEmpty() ? new Matrix(0, 2) : Matrix.of(recent.toArray(double[][]::new));
    Matrix kept = store.matrix("recent", rows);
    recent = new ArrayList<>();
    for (int i = 0; i < kept.rows; i++) {
      recent.add(kept.row(i));
    }
  }
}
