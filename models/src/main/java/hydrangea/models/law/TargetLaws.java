package hydrangea.models.law;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.target.KnownDensity;
import hydrangea.models.target.Sampled;
import hydrangea.models.target.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The laws of targets. */
public final class TargetLaws {
  private static final int ROWS = 64;
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-4;
  private static final Seeds SEEDS = new Seeds(1).at("target laws");

  private TargetLaws() {}

  /** The laws that {@code target} breaks, in words; none is well. */
  public static List<String> broken(Target target) {
    List<String> broken = new ArrayList<>();
    Matrix points = SEEDS.normal(ROWS, target.width());
    if (target instanceof Sampled sampled) {
      points = sampled.sample(ROWS, SEEDS);
      samples(sampled, points, broken);
    }
    if (target instanceof KnownDensity density && broken.isEmpty()) {
      score(density, points, broken);
    }
    return broken;
  }

  private static void samples(Sampled target, Matrix points, List<String> broken) {
    if (points.rows != ROWS || points.columns != target.width()) {
      broken.add(
          "sample(%d, ...) gave [%d, %d], not [%d, %d]"
              .formatted(ROWS, points.rows, points.columns, ROWS, target.width()));
    }
    if (!target.sample(ROWS, SEEDS).equals(points)) {
      broken.add("sample gave two different sets for the same seeds: draw from the seeds alone");
    }
    if (target.sample(ROWS, SEEDS.at("other")).equals(points)) {
      broken.add("sample gave the same set for different seeds: draw from the seeds");
    }
  }

  /** The gradient of log p against central differences, coordinate by coordinate. */
  private static void score(KnownDensity target, Matrix points, List<String> broken) {
    var obs = new Matrix(points.rows, 0);
    Matrix score =
        target.logDensity(obs, points).backward(Matrix.filled(points.rows, 1, 1), Gradient.NONE);
    for (int j = 0; j < points.columns; j++) {
      Matrix above = target.logDensity(obs, moved(points, j, STEP)).value();
      Matrix below = target.logDensity(obs, moved(points, j, -STEP)).value();
      for (int i = 0; i < points.rows; i++) {
        double expected = (above.data[i] - below.data[i]) / (2 * STEP);
        double actual = score.at(i, j);
        if (!(Math.abs(actual - expected) <= TOLERANCE * (1 + Math.abs(expected)))) {
          broken.add(
              "the score of logDensity is %.6g in coordinate %d of %s, its finite difference %.6g"
                  .formatted(actual, j, Arrays.toString(points.row(i)), expected));
          return;
        }
      }
    }
  }

  private static Matrix moved(Matrix points, int column, double by) {
    var moved = new Matrix(points.rows, points.columns, points.data.clone());
    for (int i = 0; i < moved.rows; i++) {
      moved.data[i * moved.columns + column] += by;
    }
    return moved;
  }
}
