package hydrangea.models.training;

import hydrangea.models.Saved;
import hydrangea.models.figure.Figure;
import hydrangea.models.rollout.Film;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A resumable step machine with named phases: what a kind of experiment becomes when it starts.
 * Progress bars, checkpoints, plots and early stops are written once, against this.
 */
public interface Training extends Saved, AutoCloseable {
  /** Where it stands. */
  Progress progress();

  /** What its steps are. */
  default String unit() {
    return "updates";
  }

  /**
   * Makes one update and tells {@code out} what fell due.
   *
   * @throws NonFiniteLoss when the numbers have diverged
   */
  void advance(Output out);

  /**
   * Measures the result of what has been trained so far, however far that is; a value is a Double,
   * a String or a List of them.
   */
  Map<String, Object> results(Output out);

  /** What has been done so far, by name, whose rates are of interest. */
  default Map<String, Long> counts() {
    return Map.of();
  }

  /**
   * The keys of what cannot change any more for the training to go on from here: its seed, and what
   * is finished.
   */
  List<String> settled();

  /** An episode under what has been learned so far, where there is something to see. */
  default Optional<Film> film() {
    return Optional.empty();
  }

  /** Releases what the training holds outside the heap. */
  @Override
  void close();

  /**
   * Where a training stands.
   *
   * @param phase the name of the phase
   * @param step updates made in this phase
   * @param of updates that this phase will make
   * @param done the share of the whole training that is done, in [0, 1]; 1 means finished
   */
  record Progress(String phase, long step, long of, double done) {
    public boolean finished() {
      return done >= 1;
    }
  }

  /** Takes what a training has to tell. */
  interface Output {
    /** A row of metrics: means over the updates since the last row, or a measure of this moment. */
    void metrics(String phase, long step, Map<String, Double> values);

    /** The newest version of the figure of that name. */
    void figure(String name, Figure figure);

    /** The same of a figure that takes time to make: who does not keep it need not ask for it. */
    default void figure(String name, Supplier<Figure> figure) {
      figure(name, figure.get());
    }
  }
}
