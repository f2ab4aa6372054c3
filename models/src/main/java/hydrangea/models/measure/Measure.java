package hydrangea.models.measure;

import hydrangea.models.figure.Figure;
import hydrangea.models.target.Target;
import java.util.List;
import java.util.Map;

/** The catalogue of measures: always taken at the end, and during training when they fall due. */
public sealed interface Measure permits Divergence, Modes, SamplePlot, Wasserstein, Measure.Open {
  /** Whether it is taken after that update of a training that goes on; update 0 is the start. */
  default boolean due(long update) {
    return false;
  }

  /** Numbers by name, in order; what the actor or the target cannot offer is left out. */
  default Map<String, Double> numbers(Fitted fitted) {
    return Map.of();
  }

  /** Charts of this moment; those of a training are put beside one another. */
  default List<Figure.Chart> charts(Fitted fitted) {
    return List.of();
  }

  /** What a target must be able to do. */
  default Class<? extends Target> needsOfTarget() {
    return Target.class;
  }

  /** Every so many updates; 0 means only at the end. */
  static boolean due(long update, int every) {
    return every > 0 && update > 0 && update % every == 0;
  }

  /** A measure declared by a user. */
  non-sealed interface Open extends Measure {}
}
