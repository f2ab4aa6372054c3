package hydrangea.models.training;

import hydrangea.models.Saved;
import hydrangea.models.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one training of a study's member has told. */
final class Telling implements Saved {
  private final MetricHistory history = new MetricHistory();
  private Map<String, Object> results = new LinkedHashMap<>();

  MetricHistory history() {
    return history;
  }

  /** What it came to; nothing before its end. */
  Map<String, Object> results() {
    return results;
  }

  void finish(Map<String, Object> measured) {
    results.putAll(measured);
  }

  @Override
  public void exchange(Store store) {
    store.part("history", history);
    results = store.map("results", results, 0.0, Telling::result);
  }

  /** A number, a text or a list of them: what results are made of. */
  private static Object result(Store store, String name, Object value) {
    Store branch = store.at(name);
    List<?> list = value instanceof List<?> items ? items : List.of();
    return switch (branch.text("kind", kind(value))) {
      case "list" -> branch.list("value", list, 0.0, Telling::result);
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
