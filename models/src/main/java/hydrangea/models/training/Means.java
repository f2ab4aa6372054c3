package hydrangea.models.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Means of results: of numbers, and of lists of them entry by entry. */
final class Means {
  private Means() {}

  /** Of a text only what all agree on is kept, of lists only those of one length. */
  static Map<String, Object> of(List<Map<String, Object>> all) {
    var means = new LinkedHashMap<String, Object>();
    if (!all.isEmpty()) {
      for (String key : all.get(0).keySet()) {
        mean(all.stream().map(each -> each.get(key)).toList())
            .ifPresent(mean -> means.put(key, mean));
      }
    }
    return means;
  }

  private static Optional<Object> mean(List<Object> values) {
    Object first = values.get(0);
    if (values.stream().allMatch(Double.class::isInstance)) {
      return Optional.of(number(values));
    }
    if (first instanceof List<?> list
        && values.stream().allMatch(each -> each instanceof List<?> l && l.size() == list.size())) {
      return entries(values, list.size());
    }
    return values.stream().allMatch(each -> Objects.equals(each, first))
        ? Optional.of(first)
        : Optional.empty();
  }

  private static Double number(List<Object> values) {
    double sum = 0;
    for (Object value : values) {
      sum += (Double) value;
    }
    return values.size() == 1 ? (Double) values.get(0) : sum / values.size();
  }

  private static Optional<Object> entries(List<Object> lists, int size) {
    var means = new ArrayList<Object>();
    for (int i = 0; i < size; i++) {
      int at = i;
      mean(lists.stream().<Object>map(list -> ((List<?>) list).get(at)).toList())
          .ifPresent(means::add);
    }
    return means.size() == size ? Optional.of(means) : Optional.empty();
  }
}
