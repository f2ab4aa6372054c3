package hydrangea.models.training;

import hydrangea.models.Matrix;
import hydrangea.models.Saved;
import hydrangea.models.Store;
import hydrangea.models.figure.Figure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member of a study that has started, with what it has told so far: what figures are made of. */
public final class Member implements Saved {
  private final String name;
  private final MetricHistory history = new MetricHistory();
  private Map<String, Figure> figures = new LinkedHashMap<>();
  private Map<String, Object> results = new LinkedHashMap<>();

  Member(String name) {
    this.name = name;
  }

  /** Listens, and passes everything on under the member's name. */
  Training.Output under(Training.Output out) {
    return new Training.Output() {
      @Override
      public void metrics(String phase, long step, Map<String, Double> values) {
        history.add(step, values);
        out.metrics(name + "/" + phase, step, values);
      }

      @Override
      public void figure(String figure, Figure drawn) {
        figures.put(figure, drawn);
        out.figure(name + "/" + figure, drawn);
      }
    };
  }

  void finish(Map<String, Object> measured) {
    results.putAll(measured);
  }

  public String name() {
    return name;
  }

  /** What it came to; nothing before it has finished. */
  public Map<String, Object> results() {
    return Collections.unmodifiableMap(results);
  }

  /** The newest figure of that name. */
  public Optional<Figure> figure(String figure) {
    return Optional.ofNullable(figures.get(figure));
  }

  /** Step and value of a metric, {@code [n, 2]}; no rows where there is none of that name. */
  public Matrix curve(String metric) {
    return history.curve(metric);
  }

  /** The results of those names; nothing if one of them is missing or is no number. */
  public Optional<double[]> numbers(List<String> names) {
    var numbers = new double[names.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(results.get(names.get(i)) instanceof Number number)) {
        return Optional.empty();
      }
      numbers[i] = number.doubleValue();
    }
    return Optional.of(numbers);
  }

  @Override
  public void exchange(Store store) {
    store.part("history", history);
    figures = store.map("figures", figures, Figure.Chart.blank(), Figure::exchanged);
    results = store.map("results", results, 0.0, Member::result);
  }

  /** A number, a text or a list of them: what results are made of. */
  private static Object result(Store store, String name, Object value) {
    Store branch = store.at(name);
    List<?> list = value instanceof List<?> items ? items : List.of();
    return switch (branch.text("kind", kind(value))) {
      case "list" -> branch.list("value", list, 0.0, Member::result);
      case "text" -> branch.text("value", value.toString());
      default -> branch.number("value", value instanceof Double number ? number : 0);
    };
  }

  private static String kind(Object result) {
    if (result instanceof List) {
      return "list";
    }
    if (result instanceof Double || result instanceof String) {
      return result instanceof Double ? "number" : "text";
    }
    throw new IllegalArgumentException(
        "a result must be a Double, a String or a List of them, was a " + result.getClass());
  }
}
