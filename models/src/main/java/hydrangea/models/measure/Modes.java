package hydrangea.models.measure;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.actor.Stepped;
import hydrangea.models.target.Modal;
import hydrangea.models.target.Target;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How samples spread over the target's modes: {@code mode_share_i} (share nearest to mode i),
 * {@code within_3_sigma} (share within three effective standard deviations of the nearest mean),
 * {@code mode_std_i} (per-axis root mean square about that mean of those within) and their mean
 * {@code mode_std}; sigma_eff = sqrt(std^2 + targetStd^2). For an actor that may take several steps
 * also {@code within_3_sigma_4_steps}.
 *
 * <p>A perfect sampler in two dimensions has within_3_sigma = 1 - exp(-4.5) = .989 and mode_std =
 * .974 sigma_eff.
 *
 * @param samples how many are drawn
 * @param every also after every so many updates; 0: only at the end
 */
public record Modes(int samples, int every) implements Measure {
  private static final int STEPS = 4;

  public Modes {
    Check.atLeast("samples", samples, 1);
    Check.atLeast("every", every, 0);
  }

  @Override
  public boolean due(long update) {
    return Measure.due(update, every);
  }

  @Override
  public Class<? extends Target> needsOfTarget() {
    return Modal.class;
  }

  @Override
  public Map<String, Double> numbers(Fitted fitted) {
    var modal = (Modal) fitted.target();
    var count = new Count(modal, fitted.addedStd(), fitted.samples(samples));
    var numbers = new LinkedHashMap<String, Double>();
    for (int k = 0; k < count.near.length; k++) {
      numbers.put("mode_share_" + k, (double) count.nearest[k] / samples);
    }
    numbers.put("within_3_sigma", count.within());
    var stds = new DoubleSummaryStatistics();
    for (int k = 0; k < count.near.length; k++) {
      if (count.near[k] > 0) {
        numbers.put("mode_std_" + k, count.std(k));
        stds.accept(count.std(k));
      }
    }
    if (stds.getCount() > 0) {
      numbers.put("mode_std", stds.getAverage());
    }
    if (fitted.actor() instanceof Stepped stepped) {
      Matrix drawn = fitted.samples(samples, stepped, STEPS);
      numbers.put("within_3_sigma_4_steps", new Count(modal, fitted.addedStd(), drawn).within());
    }
    return numbers;
  }

  /** Samples counted by their nearest mode. */
  private static final class Count {
    private final Matrix means;
    private final int[] nearest;
    private final int[] near;
    private final double[] squares;

    Count(Modal target, double addedStd, Matrix samples) {
      means = target.means();
      nearest = new int[means.rows];
      near = new int[means.rows];
      squares = new double[means.rows];
      for (int i = 0; i < samples.rows; i++) {
        int k = nearestMode(samples, i);
        double sigma = Math.hypot(target.stds()[k], addedStd);
        double square = squaredDistance(samples, i, k);
        nearest[k]++;
        if (square <= 9 * sigma * sigma) {
          near[k]++;
          squares[k] += square;
        }
      }
    }

    private int nearestMode(Matrix samples, int row) {
      int best = 0;
      for (int k = 1; k < means.rows; k++) {
        if (squaredDistance(samples, row, k) < squaredDistance(samples, row, best)) {
          best = k;
        }
      }
      return best;
    }

    private double squaredDistance(Matrix samples, int row, int mode) {
      double sum = 0;
      for (int j = 0; j < means.columns; j++) {
        double d = samples.at(row, j) - means.at(mode, j);
        sum += d * d;
      }
      return sum;
    }

    double within() {
      int inside = 0;
      int all = 0;
      for (int k = 0; k < near.length; k++) {
        inside += near[k];
        all += nearest[k];
      }
      return (double) inside / all;
    }

    double std(int mode) {
      return Math.sqrt(squares[mode] / near[mode] / means.columns);
    }
  }
}
