package hydrangea.models.estimation;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.family.Family;
import hydrangea.models.family.Features;
import hydrangea.models.family.Sampling;
import hydrangea.models.family.TransitionFamily;
import hydrangea.models.family.TransitionModel;
import java.util.List;

/**
 * The truth that transitions are drawn from, {@code p_W(s'|s,a)} with its W.
 *
 * @param families one for each coordinate of the state
 * @param w {@code [sum of k over d, f]}: a row for each statistic of the families, one family after
 *     the other, a number for each feature
 */
public record Transitions(List<Family> families, Features features, List<List<Double>> w) {
  public Transitions {
    Check.require(!families.isEmpty(), "families must be at least one, for a coordinate each");
    families = List.copyOf(families);
    w = w.stream().map(List::copyOf).toList();
    int rows = new TransitionFamily(families, features).statistics();
    int columns = features.build(families.size()).width();
    List<Integer> widths = w.stream().map(List::size).toList();
    Check.require(
        w.size() == rows && widths.stream().allMatch(width -> width == columns),
        () ->
            "w must have a row for each statistic of the families and in it a number for each feature, %d rows of %d numbers, but has %d rows, of %s numbers"
                .formatted(rows, columns, widths.size(), widths));
    boolean finite = w.stream().flatMap(List::stream).allMatch(Double::isFinite);
    Check.require(finite, "w must be finite, was " + w);
  }

  /** The model, with W. */
  public TransitionModel model() {
    double[] numbers = w.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
    return new TransitionModel(new TransitionFamily(families, features), new Sampling.Exact())
        .with(new Matrix(w.size(), w.get(0).size(), numbers));
  }
}
