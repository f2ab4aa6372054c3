package hydrangea.models.family;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.models.testing.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Densities against reference numbers, quadrature against closed forms, slopes by differences. */
final class FamilyTest {
  static List<JsonObject> golden() {
    return Golden.objects(Golden.json("exponential_family_densities.json").get("cases"));
  }

  static Stream<Families.Case> all() {
    return Families.all();
  }

  static Stream<Families.Case> closed() {
    return all().filter(each -> !(each.family().at(each.v()) instanceof Integrated));
  }

  @Test
  void catalogue_everyEntry_hasARowHere() {
    List<Class<?>> entries = new ArrayList<>(List.of(Family.class.getPermittedSubclasses()));
    entries.remove(Family.Open.class);

    assertThat(all().<Class<?>>map(each -> each.family().getClass()).toList()).containsAll(entries);
    assertThat(closed()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void density_referenceParameters_hasTheReferenceNumbers(JsonObject row) {
    Family family = Objects.requireNonNull(Families.GOLDEN.get(row.get("density").getAsString()));
    double[] v = Golden.numbers(row.get("v"));
    ScalarDensity density = family.at(v);

    assertClose(density.logPartition(), row.get("log_partition").getAsDouble(), 1e-9);
    assertClose(density.mean(), row.get("mean").getAsDouble(), 1e-9);
    assertClose(density.variance(), row.get("variance").getAsDouble(), 1e-9);
    assertClose(meanPsi(family, v), Golden.numbers(row.get("mean_psi")), 1e-9);
    for (var quantile : row.getAsJsonObject("quantiles").entrySet()) {
      double p = Double.parseDouble(quantile.getKey());
      assertClose(density.quantile(p), quantile.getValue().getAsDouble(), 1e-8);
      assertClose(density.cdf(quantile.getValue().getAsDouble()), p, 1e-9);
    }
    var probe = row.getAsJsonObject("probe");
    double[] x = Golden.numbers(probe.get("x"));
    double[] logs = Golden.numbers(probe.get("log_density"));
    for (int i = 0; i < x.length; i++) {
      assertClose(density.logDensity(x[i]), logs[i], 1e-9);
    }
  }

  private static double[] meanPsi(Family family, double[] v) {
    var moments = Moments.over(family, Stream.of(v));
    moments.at(v);
    return IntStream.range(0, v.length).mapToDouble(moments::mean).toArray();
  }

  @ParameterizedTest
  @MethodSource("closed")
  void quadrature_whereThereIsAClosedForm_agreesTo1e8(Families.Case row) {
    ScalarDensity exact = row.family().at(row.v());
    var integrated = new Integrated(row.family(), row.v());

    assertThat(integrated.logPartition()).isCloseTo(exact.logPartition(), within(1e-8));
    assertThat(integrated.mean()).isCloseTo(exact.mean(), within(1e-8));
    assertThat(integrated.variance()).isCloseTo(exact.variance(), within(1e-8));
    for (double p : new double[] {1e-6, .001, .03, .2, .5, .77, .99, .9999}) {
      double x = exact.quantile(p);
      assertThat(exact.cdf(x)).isCloseTo(p, within(1e-12));
      assertThat(integrated.cdf(x)).isCloseTo(p, within(1e-8));
      assertThat(integrated.quantile(p)).isCloseTo(x, within(1e-8 * Math.max(1, Math.abs(x))));
      assertThat(integrated.logDensity(x)).isCloseTo(exact.logDensity(x), within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void slopes_everywhere_areThoseOfDifferences(Families.Case row) {
    Family family = row.family();
    ScalarDensity density = family.at(row.v());
    Interval support = family.support();
    for (double p : new double[] {.01, .21, .43, .52, .8, .97}) {
      double x = density.quantile(p);
      double room = Math.min(x - support.lower(), support.upper() - x);
      double h = 1e-5 * Math.min(family.scale(), room);
      Base base = family.base();
      assertClose(base.slope(x), (base.log(x + h) - base.log(x - h)) / (2 * h), 1e-6);
      double[] slope = family.psiSlope(x);
      double[] curvature = family.psiCurvature(x);
      for (int k = 0; k < family.statistics(); k++) {
        double rise = family.psi(x + h)[k] - family.psi(x - h)[k];
        assertClose(slope[k], rise / (2 * h), 1e-6);
        double bend = family.psiSlope(x + h)[k] - family.psiSlope(x - h)[k];
        assertClose(curvature[k], bend / (2 * h), 1e-6);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void density_outsideItsReach_isNegligible(Families.Case row) {
    Interval reach = row.family().reach(row.v(), 42);
    ScalarDensity density = row.family().at(row.v());

    assertThat(density.cdf(reach.lower())).isLessThan(1e-15);
    assertThat(density.cdf(reach.upper())).isGreaterThan(1 - 1e-15);
    assertThat(reach.within(row.family().support())).isEqualTo(reach);
  }

  /** Mills' ratio far out, where the normal tail itself is below the smallest double. */
  @Test
  void gaussianHalves_steepAwayFromZero_areNearlyExponential() {
    var density = new GaussianHalves(1, 60, -80);

    assertThat(density.logPartition()).isCloseTo(Math.log(1 / 60.0 + 1 / 80.0), within(1e-3));
    assertThat(density.cdf(0)).isCloseTo(80.0 / 140, within(1e-3));
    assertThat(new GaussianHalves(1, -50, 50).logPartition())
        .isCloseTo(1250 + Math.log(2 * Math.sqrt(2 * Math.PI)), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1.7, Double.NaN, Double.POSITIVE_INFINITY})
  void spec_alphaNotPositive_isRefused(double alpha) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomSin(4, alpha, Interval.LINE))
        .withMessage("alpha must be positive and finite, was " + alpha);
    assertThatIllegalArgumentException().isThrownBy(() -> new SinSquared(alpha, Interval.LINE));
    assertThatIllegalArgumentException().isThrownBy(() -> new ExpSin(alpha, Interval.LINE));
    assertThatIllegalArgumentException().isThrownBy(() -> new MogLike(alpha, Interval.LINE));
  }

  @Test
  void spec_noSupportAtZero_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomSin(4, 1.7, new Interval(1, 2)))
        .withMessage(
            "the support of customSin must hold 0, where its base is largest, but is [1.0, 2.0]:"
                + " take one from below 0 to above it");
  }

  @Test
  void at_noDensity_saysWhy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Exponential().at(.5))
        .withMessage("an exponential density needs v < 0, minus its rate, but v is 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Beta().at(1, -2))
        .withMessage("a beta density needs v > -1, its shapes less 1, but v is 1.0 and -2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomSin(4, .1, Interval.LINE).at(1))
        .withMessageEndingWith("spreads beyond 1e5: give it a finite support");
  }
}
