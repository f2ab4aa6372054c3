package hydrangea.models.target;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.MixtureDensity;
import java.util.List;

/** A mixture of round Gaussians: p(x) = sum_i w_i N(x; mean_i, std_i^2 I). */
public final class GaussianMixture implements Sampled, KnownDensity, Modal {
  private final MixtureDensity density;

  private GaussianMixture(Spec spec) {
    int modes = spec.means.size();
    var means = new Matrix(modes, spec.means.get(0).size());
    var stds = new double[modes];
    var weights = new double[modes];
    for (int i = 0; i < modes; i++) {
      for (int j = 0; j < means.columns; j++) {
        means.data[i * means.columns + j] = spec.means.get(i).get(j);
      }
      stds[i] = spec.stds.get(spec.stds.size() == 1 ? 0 : i);
      weights[i] = spec.weights.isEmpty() ? 1 : spec.weights.get(i);
    }
    density = new MixtureDensity(weights, means, Matrix.column(stds));
  }

  /**
   * What a script writes down.
   *
   * @param means one point a mode
   * @param stds one a mode, or a single one for all
   * @param weights one a mode, of any sum; none means equal weights
   */
  public record Spec(List<List<Double>> means, List<Double> stds, List<Double> weights)
      implements TargetSpec<GaussianMixture> {
    public Spec {
      means = means.stream().map(List::copyOf).toList();
      stds = List.copyOf(stds);
      weights = List.copyOf(weights);
      int modes = means.size();
      Check.require(modes > 0, "means must hold at least one point");
      int width = means.get(0).size();
      Check.require(
          width > 0 && means.stream().allMatch(mean -> mean.size() == width),
          "means must hold points of one dimension, was " + means);
      Check.require(
          means.stream().flatMap(List::stream).allMatch(Double::isFinite),
          "means must be finite, was " + means);
      Check.require(
          stds.size() == 1 || stds.size() == modes,
          "stds must hold one number, or one for each of the " + modes + " means, was " + stds);
      Check.require(
          weights.isEmpty() || weights.size() == modes,
          "weights must hold one number for each of the " + modes + " means, was " + weights);
      stds.forEach(std -> Check.positive("stds", std));
      weights.forEach(weight -> Check.positive("weights", weight));
    }

    @Override
    public Class<GaussianMixture> builds() {
      return GaussianMixture.class;
    }

    @Override
    public GaussianMixture build() {
      return new GaussianMixture(this);
    }
  }

  @Override
  public int width() {
    return density.dimension();
  }

  @Override
  public Matrix sample(int n, Seeds seeds) {
    return density.sample(n, seeds);
  }

  @Override
  public Pass logDensity(Matrix obs, Matrix x) {
    return density.logDensity(x);
  }

  @Override
  public Matrix means() {
    return density.means();
  }

  @Override
  public double[] stds() {
    return density.stds().columns(0, 1).data;
  }
}
