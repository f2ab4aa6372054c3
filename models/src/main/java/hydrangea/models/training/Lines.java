package hydrangea.models.training;

import hydrangea.models.Matrix;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A line for each member of a study. */
final class Lines {
  private Lines() {}

  /** What a metric measures: {@code charts/cumulative_reward} is a cumulative reward. */
  static String words(String metric) {
    return metric.substring(metric.lastIndexOf('/') + 1).replace('_', ' ');
  }

  /** Those that have something to draw, against their steps; nothing where none has. */
  static Optional<Figure> chart(
      List<Member> members, String yLabel, Function<Member, List<Matrix>> curves) {
    List<Layer> layers = new ArrayList<>();
    String unit = "";
    int most = 1;
    for (Member member : members) {
      List<Matrix> drawn = curves.apply(member);
      if (!drawn.isEmpty()) {
        most = Math.max(most, drawn.size());
        layers.addAll(MeanCurve.layers(member.name(), drawn));
        unit = unit.isEmpty() || unit.equals(member.unit()) ? member.unit() : "steps";
      }
    }
    layers.sort(Comparator.comparing(layer -> layer instanceof Layer.Curve)); // on top of all bands
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    String title = most == 1 ? "" : "mean over %d seeds, 95 %% interval".formatted(most);
    return Optional.of(new Figure.Chart(title, unit, yLabel, new Bounds.Fit(), layers));
  }
}
