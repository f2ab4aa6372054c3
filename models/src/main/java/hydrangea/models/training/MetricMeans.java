package hydrangea.models.training;

import hydrangea.models.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;

/** Means of the metrics of the updates since they were last taken. */
final class MetricMeans {
  private final Map<String, Double> sums = new LinkedHashMap<>();
  private int count;

  void add(Metrics metrics) {
    metrics.values().forEach((name, value) -> sums.merge(name, value, Double::sum));
    count++;
  }

  Map<String, Double> take() {
    var means = new LinkedHashMap<String, Double>();
    sums.forEach((name, sum) -> means.put(name, sum / count));
    sums.clear();
    count = 0;
    return means;
  }
}
