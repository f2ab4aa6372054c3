package hydrangea.models.estimation;

import hydrangea.models.SpecNames;
import hydrangea.models.family.Family;
import hydrangea.models.family.ScalarDensity;
import hydrangea.models.family.TransitionFamily;
import hydrangea.models.family.TransitionModel;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A place where {@code p psi'} jumps, and how far at the most: a finite end of a support, beyond
 * which it is 0, or one inside with a kink of psi. It is the term that score matching's integration
 * by parts leaves.
 *
 * <p>Source: Hyvarinen 2005, "Estimation of non-normalized statistical models by score matching",
 * JMLR 6, theorem 1, which assumes that there is no such place.
 *
 * @param what the place is, in words
 */
public record Border(int coordinate, double place, String what, double jump) {
  private static final double NOTHING = 1e-3;
  private static final double CLOSE = 1e-12; // to the place: psi may be infinite there

  /**
   * What a reader of score matching's estimates has to know, if anything: that they do not tend to
   * the truth, and why.
   *
   * @param phi features of the input at which borders are looked at, {@code [f]}
   */
  public static Optional<String> note(TransitionModel truth, double[] phi) {
    TransitionFamily all = truth.family();
    return IntStream.range(0, all.dimension())
        .boxed()
        .flatMap(i -> of(i, all.coordinates().get(i), all.natural(truth.w(), i, phi)))
        .filter(border -> border.jump > NOTHING)
        .findFirst()
        .map(border -> border.note(all.dimension() > 1));
  }

  private static Stream<Border> of(int coordinate, Family family, double[] v) {
    String name = SpecNames.of(family.getClass());
    ScalarDensity density = family.at(v);
    Stream<Double> ends = Stream.of(family.support().lower(), family.support().upper());
    return Stream.concat(
        ends.filter(Double::isFinite)
            .map(x -> at(coordinate, x, "an end of " + name + "'s support", family, density)),
        family.kinks().stream()
            .map(x -> at(coordinate, x, "a kink of " + name + "'s psi", family, density)));
  }

  private static Border at(
      int coordinate, double place, String what, Family family, ScalarDensity density) {
    double step = CLOSE * Math.max(1, Math.abs(place));
    double[] left = flux(place - step, family, density);
    double[] right = flux(place + step, family, density);
    double jump = 0;
    for (int k = 0; k < left.length; k++) {
      jump = Math.max(jump, Math.abs(right[k] - left[k]));
    }
    return new Border(coordinate, place, what, jump);
  }

  /** {@code p psi'}, {@code [k]}. */
  private static double[] flux(double x, Family family, ScalarDensity density) {
    if (!family.support().contains(x)) {
      return new double[family.statistics()];
    }
    double[] flux = family.psiSlope(x);
    for (int k = 0; k < flux.length; k++) {
      flux[k] *= Math.exp(density.logDensity(x));
    }
    return flux;
  }

  private String note(boolean several) {
    return "score matching's theorem does not hold%s: at %s, %s, p psi' jumps by %.3g, so its integration by parts leaves a term there (Hyvarinen 2005, theorem 1); take maximumLikelihood()"
        .formatted(several ? " for coordinate " + coordinate : "", place, what, jump);
  }
}
