package hydrangea.models.family;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import java.util.HashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * {@code p_W(s'|s,a)} with its W: draws of next states, and their densities. Immutable, and safe to
 * use from several threads.
 */
public final class TransitionModel {
  private final TransitionFamily family;
  private final Features.Map features;
  private final List<Sampler> samplers;
  private final int[] rows;
  private final Matrix w;

  /** The model with W = 0: next states of density q, whatever was done. */
  public TransitionModel(TransitionFamily family, Sampling sampling) {
    this.family = family;
    features = family.features().build(family.dimension());
    // A table costs memory: one for all coordinates of the same family.
    var byFamily = new HashMap<Family, Sampler>();
    samplers =
        family.coordinates().stream()
            .map(each -> byFamily.computeIfAbsent(each, sampling::of))
            .toList();
    rows = family.rows();
    w = new Matrix(family.statistics(), features.width());
  }

  private TransitionModel(TransitionModel model, Matrix w) {
    Check.require(
        w.rows == model.w.rows && w.columns == model.w.columns,
        () ->
            "W must be [%d, %d], is [%d, %d]"
                .formatted(model.w.rows, model.w.columns, w.rows, w.columns));
    family = model.family;
    features = model.features;
    samplers = model.samplers;
    rows = model.rows;
    this.w = w;
  }

  /** The same model with another W; what the samplers have tabulated is kept. */
  public TransitionModel with(Matrix w) {
    return new TransitionModel(this, w);
  }

  public TransitionFamily family() {
    return family;
  }

  public Features.Map features() {
    return features;
  }

  /** {@code [sum of k over d, f]}. */
  public Matrix w() {
    return w;
  }

  /** Room for what lies between states and next states; for one thread. */
  public Scratch scratch(int count) {
    int most = family.coordinates().stream().mapToInt(Family::statistics).max().orElseThrow();
    return new Scratch(new double[count * features.width()], new double[count * most]);
  }

  /** The arrays that a draw fills on its way. */
  public static final class Scratch {
    /** {@code [count, f]}. */
    public final double[] phi;

    // of one coordinate, [count, k]
    private final double[] v;

    private Scratch(double[] phi, double[] v) {
      this.phi = phi;
      this.v = v;
    }
  }

  /**
   * Draws a next state for each state.
   *
   * @param states {@code [count, d]}
   * @param pushes the actions, {@code [count]}
   * @param next to fill, {@code [count, d]}; may be {@code states}
   */
  public void sample(
      double[] states,
      double[] pushes,
      int count,
      double[] next,
      Scratch scratch,
      RandomGenerator random) {
    features.put(states, pushes, count, scratch.phi);
    for (int i = 0; i < samplers.size(); i++) {
      putNatural(i, scratch, count);
      samplers.get(i).sample(scratch.v, count, next, i, samplers.size(), random);
    }
  }

  /** Fills {@code v = W phi} of one coordinate. */
  private void putNatural(int coordinate, Scratch scratch, int count) {
    int f = w.columns;
    for (int i = 0, to = 0; i < count; i++) {
      for (int k = rows[coordinate]; k < rows[coordinate + 1]; k++) {
        double sum = 0;
        for (int l = 0; l < f; l++) {
          sum += w.data[k * f + l] * scratch.phi[i * f + l];
        }
        scratch.v[to++] = sum;
      }
    }
  }

  /** The densities of the next state's coordinates. */
  public List<ScalarDensity> densities(double[] state, double push) {
    double[] phi = phi(state, push);
    return IntStream.range(0, family.dimension())
        .mapToObj(i -> family.coordinates().get(i).at(family.natural(w, i, phi)))
        .toList();
  }

  /** Whether every coordinate of the next state has a density. */
  public boolean admits(double[] state, double push) {
    double[] phi = phi(state, push);
    return IntStream.range(0, family.dimension())
        .allMatch(i -> family.coordinates().get(i).admits(family.natural(w, i, phi)));
  }

  /** The features of one state and action, {@code [f]}. */
  public double[] phi(double[] state, double push) {
    var phi = new double[features.width()];
    features.put(state, new double[] {push}, 1, phi);
    return phi;
  }
}
