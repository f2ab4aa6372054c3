package hydrangea.models.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.models.family.CustomSin;
import hydrangea.models.family.Interval;
import hydrangea.models.family.Normal;
import hydrangea.models.family.ScalarDensity;
import hydrangea.models.family.TotalVariation;
import hydrangea.models.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Distances of estimated densities from true ones, as in the reference file. */
final class TotalVariationTest {
  private static final CustomSin CUSTOM_SIN = new CustomSin(4, 1.7, Interval.LINE);
  private static final Interval WIDE = new Interval(-12, 12);

  @Test
  void between_estimatedAndTrue_isTheReferences() {
    for (String estimates : List.of("custom_sin", "linear_gaussian")) {
      for (JsonObject row : Golden.objects(Golden.json("score_matching.json").get(estimates))) {
        if (row.has("tvd")) {
          assertDistances(row, estimates.equals("custom_sin"));
        }
      }
    }
  }

  private static void assertDistances(JsonObject row, boolean sine) {
    double[] w = Golden.numbers(row.get("W"));
    for (JsonObject each : Golden.objects(row.get("tvd"))) {
      double s = each.get("s").getAsDouble();
      double a = each.get("a").getAsDouble();
      double v = w[0] * s + w[1] * a;
      ScalarDensity fitted = sine ? CUSTOM_SIN.at(v) : new Normal(1).at(v);

      assertThat(TotalVariation.between(CUSTOM_SIN.at(s + a), fitted, WIDE))
          .isCloseTo(each.get("tvd").getAsDouble(), within(1e-8));
    }
  }

  @Test
  void between_twoNormals_isTheClosedForm() {
    var distance = TotalVariation.between(new Normal(1).at(0), new Normal(1).at(2), WIDE);

    assertThat(distance).isCloseTo(2 * new Normal(1).at(0).cdf(1) - 1, within(1e-12));
    assertThat(TotalVariation.between(new Normal(1).at(1), new Normal(1).at(1), WIDE)).isZero();
  }
}
