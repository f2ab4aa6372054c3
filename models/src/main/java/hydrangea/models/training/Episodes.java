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
  private final int window;
  private ArrayDeque<Double> last = new ArrayDeque<>();
  private List<double[]> recent = new ArrayList<>();
  private long count;

  Episodes(int window) {
    this.window = window;
  }

  void add(Ended episode) {
    count++;
    recent.add(new double[] {episode.undiscounted(), episode.steps()});
    last.add(episode.undiscounted());
    while (last.size() > window) { // a resumed training may have a shorter one
      last.remove();
    }
  }

  long count() {
    return count;
  }

  /** The mean return of the last ones, or NaN while the window is not full. */
  double mean() {
    boolean full = last.size() == window;
    return full
        ? last.stream().mapToDouble(Double::doubleValue).average().orElseThrow()
        : Double.NaN;
  }

  /** What ended since this was asked last, by CleanRL's names; nothing where none has. */
  Map<String, Double> take() {
    var means = new LinkedHashMap<String, Double>();
    if (!recent.isEmpty()) {
      means.put("charts/episodic_return", mean(0));
      means.put("charts/episodic_length", mean(1));
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
    last = new ArrayDeque<>(store.list("last", List.copyOf(last), 0.0, Store::number));
    Matrix rows = recent.isEmpty() ? new Matrix(0, 2) : Matrix.of(recent.toArray(double[][]::new));
    Matrix kept = store.matrix("recent", rows);
    recent = new ArrayList<>();
    for (int i = 0; i < kept.rows; i++) {
      recent.add(kept.row(i));
    }
  }
}
