package hydrangea.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named numbers in order; those of an update begin with its loss. */
public record Metrics(Map<String, Double> values) {
  public Metrics {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static Metrics loss(double loss) {
    return new Metrics(Map.of("loss", loss));
  }

  /** The same with one more. */
  public Metrics and(String name, double value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Metrics(more);
  }

  public double loss() {
    Double loss = values.get("loss");
    return loss == null ? Double.NaN : loss;
  }
}
