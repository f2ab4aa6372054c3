package hydrangea.models.estimation;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.family.Sampling;
import hydrangea.models.family.TransitionFamily;
import hydrangea.models.family.TransitionModel;
import hydrangea.models.testing.Golden;
import java.util.List;
import java.util.stream.IntStream;

/** What an estimator is given. */
final class Transition {
  private final double[] phi;
  private final double[] next;

  Transition(double[] phi, double[] next) {
    this.phi = phi;
    this.next = next;
  }

  double[] phi() {
    return phi;
  }

  double[] next() {
    return next;
  }

  /** The reference file's, phi = [s, a]. */
  static List<Transition> golden() {
    return Golden.csv("custom_sin_transitions.csv").stream()
        .map(row -> new Transition(new double[] {row[0], row[1]}, new double[] {row[2]}))
        .toList();
  }

  /** States uniform on (-1, 1), actions -1 or 1, next states of the family under {@code w}. */
  static List<Transition> drawn(TransitionFamily family, Matrix w, int count, Seeds seeds) {
    var model = new TransitionModel(family, new Sampling.Exact()).with(w);
    int d = family.dimension();
    var random = seeds.generator();
    double[] states = random.doubles((long) count * d, -1, 1).toArray();
    double[] pushes = random.doubles(count).map(u -> u < .5 ? -1 : 1).toArray();
    var next = new double[states.length];
    var scratch = model.scratch(count);
    model.sample(states, pushes, count, next, scratch, random);
    var phi = new Matrix(count, w.columns, scratch.phi);
    var all = new Matrix(count, d, next);
    return IntStream.range(0, count).mapToObj(t -> new Transition(phi.row(t), all.row(t))).toList();
  }

  /** The estimate from all of {@code transitions}. */
  static Matrix estimate(
      EstimatorSpec spec, TransitionFamily family, List<Transition> transitions) {
    var estimator = spec.build(family, transitions.get(0).phi.length);
    transitions.forEach(each -> estimator.add(each.phi, each.next));
    return estimator.estimate();
  }
}
