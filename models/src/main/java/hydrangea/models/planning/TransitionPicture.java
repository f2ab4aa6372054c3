package hydrangea.models.planning;

import hydrangea.envs.Query;
import hydrangea.envs.Queryable;
import hydrangea.models.Seeds;
import hydrangea.models.family.Interval;
import hydrangea.models.family.TransitionModel;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where steps lead: the true densities of next states as areas, the learned ones as lines, for both
 * ends of the actions. On a line from 15 states, elsewhere from the origin, a chart for each
 * coordinate.
 *
 * <p>Source of the first: the grid of transition densities in the code of Li et al. 2022.
 */
final class TransitionPicture {
  private static final int DRAWS = 10_000;
  private static final int STATES = 15;
  private static final double FARTHEST = 3;
  private static final double[] PUSHES = {1, -1};

  private final Queryable<?> environment;
  private final Optional<TransitionModel> truth;
  private final Optional<TransitionModel> learned;
  private final Seeds seeds;

  /**
   * A picture.
   *
   * @param truth of the transitions, which are drawn from the environment where there is none
   */
  TransitionPicture(
      Queryable<?> environment,
      Optional<TransitionModel> truth,
      Optional<TransitionModel> learned,
      Seeds seeds) {
    this.environment = environment;
    this.truth = truth;
    this.learned = learned;
    this.seeds = seeds;
  }

  Figure draw() {
    int d = environment.observationSpace().size();
    List<Cell> cells = d == 1 ? onTheLine() : atTheOrigin(d);
    List<Figure.Chart> charts = new ArrayList<>();
    for (Cell cell : cells) {
      Interval range = d == 1 ? range(cells) : range(List.of(cell));
      charts.add(cell.chart(range));
    }
    String caption = "areas: the true density of the next state; lines: what is learned of it";
    return new Figure.Panels("transitions", caption, d == 1 ? 3 : 2, charts);
  }

  /** What one chart shows. */
  private record Cell(String title, String xLabel, List<Shape> shapes) {
    private Figure.Chart chart(Interval range) {
      List<Layer> layers = new ArrayList<>();
      shapes.forEach(shape -> layers.add(shape.layer(range)));
      return new Figure.Chart(title, xLabel, "", new Bounds.Fit(), layers);
    }
  }

  private static Interval range(List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> cell.shapes.stream())
        .map(Shape::range)
        .reduce(Interval::with)
        .orElseThrow();
  }

  private List<Cell> onTheLine() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < STATES; i++) {
      double s = FARTHEST * (2.0 * i / (STATES - 1) - 1);
      cells.add(new Cell("s = %.2f".formatted(s), "next s", shapes(0, s)));
    }
    return cells;
  }

  private List<Cell> atTheOrigin(int d) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      cells.add(
          new Cell("coordinate " + i, "next state from the origin", shapes(i, new double[d])));
    }
    return cells;
  }

  private List<Shape> shapes(int coordinate, double... state) {
    List<Shape> shapes = new ArrayList<>();
    for (double push : PUSHES) {
      shapes.add(trueShape(coordinate, state, push));
    }
    for (double push : PUSHES) {
      learned
          .filter(model -> model.admits(state, push))
          .map(model -> model.densities(state, push).get(coordinate))
          .ifPresent(density -> shapes.add(new Shape.Density(label("", push), density, false)));
    }
    return shapes;
  }

  private Shape trueShape(int coordinate, double[] state, double push) {
    String label = label("true, ", push);
    if (truth.isPresent()) {
      return new Shape.Density(label, truth.get().densities(state, push).get(coordinate), true);
    }
    var steps = new Query(DRAWS, state.length);
    for (int i = 0; i < DRAWS; i++) {
      System.arraycopy(state, 0, steps.states, i * state.length, state.length);
      steps.pushes[i] = push;
    }
    environment.query(steps, seeds.generator());
    var draws = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      draws[i] = steps.next[i * state.length + coordinate];
    }
    return Shape.of(label, draws);
  }

  private static String label(String which, double push) {
    return "%sa = %.0f".formatted(which, push);
  }
}
