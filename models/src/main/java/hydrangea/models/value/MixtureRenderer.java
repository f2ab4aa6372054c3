package hydrangea.models.value;

import hydrangea.envs.picture.Canvas;
import hydrangea.envs.picture.Pace;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import hydrangea.models.Matrix;
import hydrangea.models.value.Densities.Range;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The returns that actions have now, one density above the other with the first action on top, and
 * a line at each value; the best action's is dark. The axis of returns keeps its width and follows
 * the values; upright lines, which are one apart, or a power of ten, show how far it moves.
 */
final class MixtureRenderer implements Renderer<Integer> {
  private static final View VIEW = new View(240, 400, 200, -0.1, 0);
  private static final double HEIGHT = 2; // of the view, in its units
  private static final double MOST_STATES = 0.9; // the axis is wide enough for
  private static final int PLACES = 160;
  private static final double LINE = 0.012;
  private static final Color BEST = new Color(0x1f, 0x77, 0xb4);
  private static final Color OTHER = new Color(0xae, 0xc7, 0xe8);
  private static final Color VALUE = new Color(0xd6, 0x27, 0x28);
  private static final Color GRID = new Color(0xe0, 0xe0, 0xe0);

  private final Densities densities;
  private final Matrix values;
  private final double width;

  MixtureRenderer(ReturnMixtures returns, Matrix heads) {
    densities = new Densities(returns, heads);
    values = returns.values(heads);
    double[] widths =
        IntStream.range(0, heads.rows)
            .mapToDouble(i -> densities.range(i).width())
            .sorted()
            .toArray();
    width = widths[(int) (MOST_STATES * (widths.length - 1))];
  }

  @Override
  public View view() {
    return VIEW;
  }

  @Override
  public Pace pace() {
    return new Pace(50, 1);
  }

  @Override
  public void draw(Integer step, Canvas canvas) {
    Matrix now = values.rows(step, step + 1);
    double centre = now.mean();
    var axis = new Range(centre - width / 2, centre + width / 2);
    grid(axis, canvas);
    double row = HEIGHT / densities.actions;
    double best = Choice.best(now).indices().data[0];
    for (int a = 0; a < densities.actions; a++) {
      double floor = HEIGHT - row * (a + 1) + 0.1 * row;
      double[] shape = densities.shape(step, a, axis, PLACES);
      canvas.polygon(a == best ? BEST : OTHER, hill(shape, floor, 0.8 * row));
      double value = (now.data[a] - axis.from()) / width;
      canvas.line(VALUE, LINE, value, floor, value, floor + 0.3 * row);
    }
  }

  private void grid(Range axis, Canvas canvas) {
    double apart = Math.pow(10, Math.floor(Math.log10(width)));
    for (double at = Math.ceil(axis.from() / apart) * apart; at <= axis.to(); at += apart) {
      double x = (at - axis.from()) / width;
      canvas.line(GRID, LINE / 2, x, 0, x, HEIGHT);
    }
  }

  private static List<Double> hill(double[] shape, double floor, double height) {
    var corners = new ArrayList<Double>();
    for (int k = 0; k < PLACES; k++) {
      corners.add(k / (PLACES - 1.0));
      corners.add(floor + height * shape[k]);
    }
    corners.addAll(List.of(1.0, floor, 0.0, floor));
    return corners;
  }
}
