package hydrangea.models.training;

import hydrangea.models.Metrics;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import java.util.LinkedHashMap;
import java.util.Map;

/** Means of the metrics of the updates since they were last taken. */
final class MetricMeans implements Saved {
  private Map<String, Double> sums = new LinkedHashMap<>();
  private long count;

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

  @Override
  public void exchange(Store store) {
    sums = store.map("sums", sums, 0.0, Store::number);
    count = store.number("count", count);
  }
}
