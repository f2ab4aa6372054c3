package hydrangea.models.loss;

import static hydrangea.models.testing.Golden.column;
import static hydrangea.models.testing.Golden.matrix;
import static hydrangea.models.testing.Golden.numbers;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;
import hydrangea.models.testing.Golden;
import java.util.List;

/**
 * One case of the golden file of mixture Q losses.
 *
 * @param json what it holds: of every row, action and component
 */
record MixtureGolden(JsonObject json) {
  static List<MixtureGolden> cases() {
    return Golden.objects(Golden.json("mog_dqn.json").get("cases")).stream()
        .map(MixtureGolden::new)
        .toList();
  }

  double number(String name) {
    return json.get(name).getAsDouble();
  }

  Matrix given(String name) {
    return column(json.get(name));
  }

  Matrix table(String name) {
    return matrix(json.get(name));
  }

  /** The mixtures of {@code network} for one action of each row, unclamped log-variances. */
  ScalarMixtures of(String network, String actions) {
    return new ScalarMixtures(blocks(json.getAsJsonObject(network), actions));
  }

  /** The same with the bounds of the file on log-variances. */
  ScalarMixtures clamped(String network, String actions) {
    Matrix head = of(network, actions).head();
    double bound = number("log_var_clamp");
    for (int k = 0; k < head.data.length; k++) {
      boolean logVariance = k % head.columns * 3 / head.columns == 1;
      double inside = Math.max(-bound, Math.min(bound, head.data[k]));
      head.data[k] = logVariance ? inside : head.data[k];
    }
    return new ScalarMixtures(head);
  }

  /** The gradient of the taken actions' heads; none of the others has any. */
  Matrix gradient(String name) {
    return blocks(json.getAsJsonObject(name), "actions");
  }

  private Matrix blocks(JsonObject parts, String actions) {
    double[] chosen = numbers(json.get(actions));
    var rows = new double[chosen.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          Matrix.beside(
                  row(parts.getAsJsonArray("means"), i, (int) chosen[i]),
                  row(parts.getAsJsonArray("log_vars"), i, (int) chosen[i]),
                  row(parts.getAsJsonArray("logits"), i, (int) chosen[i]))
              .data;
    }
    return Matrix.of(rows);
  }

  private static Matrix row(JsonArray part, int row, int action) {
    return Golden.row(part.get(row).getAsJsonArray().get(action));
  }
}
