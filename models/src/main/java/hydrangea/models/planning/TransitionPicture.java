package hydrangea.models.planning;

import hydrangea.envs.Query;
import hydrangea.envs.Queryable;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.family.Interval;
import hydrangea.models.family.ScalarDensity;
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
    List<Figure.Chart> charts = d == 1 ? onTheLine() : atTheOrigin(d);
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

  /** All over the same range. */
  private List<Figure.Chart> onTheLine() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < STATES; i++) {
      double s = FARTHEST * (2.0 * i / (STATES - 1) - 1);
      cells.add(new Cell("s = %.2f".formatted(s), "next s", shapes(s).get(0)));
    }
    Interval range = range(cells);
    return cells.stream().map(cell -> cell.chart(range)).toList();
  }

  private List<Figure.Chart> atTheOrigin(int d) {
    List<List<Shape>> shapes = shapes(new double[d]);
    List<Figure.Chart> charts = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      var cell = new Cell("coordinate " + i, "next state from the origin", shapes.get(i));
      charts.add(cell.chart(range(List.of(cell))));
    }
    return charts;
  }

  /** Of each coordinate of the states that follow. */
  private List<List<Shape>> shapes(double... state) {
    List<List<Shape>> shapes = new ArrayList<>();
    for (int i = 0; i < state.length; i++) {
      shapes.add(new ArrayList<>());
    }
    for (double push : PUSHES) {
      addTruth(state, push, shapes);
    }
    for (double push : PUSHES) {
      learned
          .filter(model -> model.admits(state, push))
          .ifPresent(model -> add(label("", push), model.densities(state, push), false, shapes));
    }
    return shapes;
  }

  private void addTruth(double[] state, double push, List<List<Shape>> to) {
    String label = label("true, ", push);
    if (truth.isPresent()) {
      add(label, truth.get().densities(state, push), true, to);
      return;
    }
    Matrix next = drawn(state, push);
    for (int i = 0; i < next.columns; i++) {
      to.get(i).add(Shape.of(label, next.columns(i, i + 1).data));
    }
  }

  private static void add(
      String label, List<ScalarDensity> densities, boolean area, List<List<Shape>> to) {
    for (int i = 0; i < densities.size(); i++) {
      to.get(i).add(new Shape.Density(label, densities.get(i), area));
    }
  }

  /** States that follow in the environment, {@code [10000, d]}. */
  private Matrix drawn(double[] state, double push) {
    var steps = new Query(DRAWS, state.length);
    for (int i = 0; i < DRAWS; i++) {
      System.arraycopy(state, 0, steps.states, i * state.length, state.length);
      steps.pushes[i] = push;
    }
    environment.query(steps, seeds.generator());
    return new Matrix(DRAWS, state.length, steps.next);
  }

  private static String label(String which, double push) {
    return "%sa = %.0f".formatted(which, push);
  }
}
