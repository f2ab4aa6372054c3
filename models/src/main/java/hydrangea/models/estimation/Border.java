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
 * A finite end of a support, and {@code p(x) max_k |psi_k'(x)|} there: the term that score
 * matching's integration by parts leaves if it is not 0.
 *
 * <p>Source: Hyvarinen 2005, "Estimation of non-normalized statistical models by score matching",
 * JMLR 6, theorem 1, whose last assumption it is that it vanishes.
 */
public record Border(int coordinate, Family family, double end, double term) {
  private static final double NOTHING = 1e-3;
  private static final double CLOSE = 1e-12; // to the end: psi may be infinite there

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
        .filter(border -> border.term > NOTHING)
        .findFirst()
        .map(border -> border.note(all.dimension() > 1));
  }

  private static Stream<Border> of(int coordinate, Family family, double[] v) {
    ScalarDensity density = family.at(v);
    return Stream.of(family.support().lower(), family.support().upper())
        .filter(Double::isFinite)
        .map(end -> at(coordinate, family, density, end));
  }

  private static Border at(int coordinate, Family family, ScalarDensity density, double end) {
    double step = CLOSE * Math.max(1, Math.abs(end));
    double x = end == family.support().lower() ? end + step : end - step;
    double slope = 0;
    for (double each : family.psiSlope(x)) {
      slope = Math.max(slope, Math.abs(each));
    }
    return new Border(coordinate, family, end, Math.exp(density.logDensity(x)) * slope);
  }

  private String note(boolean several) {
    return "score matching's theorem does not hold%s: at %s, an end of %s's support, p |psi'| is %.3g and not 0, so its integration by parts leaves a boundary term (Hyvarinen 2005, theorem 1); take maximumLikelihood()"
        .formatted(
            several ? " for coordinate " + coordinate : "",
            end,
            SpecNames.of(family.getClass()),
            term);
  }
}
