package hydrangea.models.value;

import hydrangea.envs.picture.Canvas;
import hydrangea.envs.picture.Pace;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import hydrangea.models.Matrix;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * The returns that actions have now, one density above the other with the first action on top, and
 * a line at each value; the best action's is dark. All pictures have one axis of returns.
 */
final class MixtureRenderer implements Renderer<Integer> {
  private static final View VIEW = new View(240, 400, 200, -0.1, 0);
  private static final double HEIGHT = 2; // of the view, in its units
  private static final int PLACES = 120;
  private static final double LINE = 0.012;
  private static final Color BEST = new Color(0x1f, 0x77, 0xb4);
  private static final Color OTHER = new Color(0xae, 0xc7, 0xe8);
  private static final Color VALUE = new Color(0xd6, 0x27, 0x28);
  private static final Color AXIS = Color.GRAY;

  private final Densities densities;
  private final Matrix means;

  MixtureRenderer(ReturnMixtures values, Matrix heads) {
    densities = new Densities(values, heads);
    means = values.values(heads);
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
    double row = HEIGHT / densities.actions;
    double best = Choice.best(means.rows(step, step + 1)).indices().data[0];
    for (int a = 0; a < densities.actions; a++) {
      double floor = HEIGHT - row * (a + 1) + 0.1 * row;
      canvas.polygon(a == best ? BEST : OTHER, hill(step, a, floor, 0.8 * row));
      canvas.line(AXIS, LINE / 2, 0, floor, 1, floor);
      double value = place(means.at(step, a));
      canvas.line(VALUE, LINE, value, floor, value, floor + 0.3 * row);
    }
  }

  private double place(double value) {
    return (value - densities.from) / (densities.to - densities.from);
  }

  /** As high as there is room: a picture of shapes. */
  private List<Double> hill(int step, int action, double floor, double height) {
    double[] density = densities.density(step, action, PLACES);
    double peak = 0;
    for (double each : density) {
      peak = Math.max(peak, each);
    }
    var corners = new ArrayList<Double>();
    for (int k = 0; k < PLACES; k++) {
      corners.add(k / (PLACES - 1.0));
      corners.add(floor + height * density[k] / peak);
    }
    corners.addAll(List.of(1.0, floor, 0.0, floor));
    return corners;
  }
}
