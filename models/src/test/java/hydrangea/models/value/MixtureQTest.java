package hydrangea.models.value;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Networks;
import hydrangea.models.testing.Golden;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MixtureQTest {
  private static final Initializer START = new Initializer.PyTorch();
  private static final Initializer ZERO = new Initializer.LecunNormal(0);
  private static final MixtureQ.Spec SPEC =
      new MixtureQ.Spec(3, List.of(5), Activation.RELU, -10, 10, 3, 0.8, 1, true, START, ZERO);

  private static MixtureQ built(MixtureQ.Spec spec, int actions) {
    return spec.build(new ValueSite(2, actions, Networks.JAVA, new Seeds(1)));
  }

  private static MixtureQ.Spec spec(int components, double scale, boolean weighted) {
    return new MixtureQ.Spec(
        components, List.of(), Activation.RELU, -1, 2, 3, 0, scale, weighted, START, START);
  }

  static List<JsonObject> cases() {
    return Golden.objects(Golden.json("mog_dqn.json").get("cases"));
  }

  /** Actions side by side: each its means, its log-variances, its logits. */
  private static Matrix heads(JsonObject network) {
    JsonArray means = network.getAsJsonArray("means");
    var rows = new double[means.size()][];
    for (int i = 0; i < rows.length; i++) {
      JsonArray ofRow = means.get(i).getAsJsonArray();
      var parts = new Matrix[3 * ofRow.size()];
      for (int a = 0; a < ofRow.size(); a++) {
        parts[3 * a] = Golden.row(ofRow.get(a));
        parts[3 * a + 1] = Golden.row(at(network, "log_vars", i, a));
        parts[3 * a + 2] = Golden.row(at(network, "logits", i, a));
      }
      rows[i] = Matrix.beside(parts).data;
    }
    return Matrix.of(rows);
  }

  private static JsonElement at(JsonObject network, String part, int row, int action) {
    return network.getAsJsonArray(part).get(row).getAsJsonArray().get(action);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void values_goldenHeads_agreeAndRankTheActions(JsonObject golden) {
    JsonObject online = golden.getAsJsonObject("online");
    JsonObject target = golden.getAsJsonObject("target");
    int components = numbers(at(online, "means", 0, 0)).length;
    Matrix expected = Golden.matrix(golden.get("q_target"));
    MixtureQ values = built(spec(components, 1, true), expected.columns);
    assertClose(values.values(heads(online)), Golden.matrix(golden.get("q_online")), 1e-10);
    assertClose(values.values(heads(target)), expected, 1e-10);
    assertThat(Choice.best(values.values(heads(target))).indices().data)
        .containsExactly(numbers(golden.get("best_next_action")));
  }

  /** By hand: the first action has the greater mean, the second the greater mean of means. */
  @Test
  void values_weighedOrNot_rankTheActionsOtherwise() {
    double three = Math.log(3);
    Matrix heads = Matrix.of(new double[] {4, 0, 0, 0, three, 0, 1, 5, 0, 0, three, 0});
    assertClose(built(spec(2, 1, true), 2).values(heads), Matrix.of(new double[] {3, 2}), 1e-15);
    assertClose(built(spec(2, 1, false), 2).values(heads), Matrix.of(new double[] {2, 3}), 1e-15);
  }

  @Test
  void heads_atTheStart_haveTheInitialStdAndSpread() {
    Matrix heads = built(SPEC, 2).heads(new Seeds(2).normal(4, 2));
    double logVariance = 2 * Math.log(3);
    double[] head = {-0.8, 0, 0.8, logVariance, logVariance, logVariance, 0, 0, 0};
    for (int i = 0; i < 4; i++) {
      for (int a = 0; a < 2; a++) {
        double[] given = heads.columns(9 * a, 9 * (a + 1)).row(i);
        assertThat(given).containsExactly(head, within(1e-6));
      }
    }
  }

  @Test
  void heads_withoutASpread_keepTheMeansOfTheInitializer() {
    Matrix obs = new Seeds(2).normal(4, 2);
    Matrix heads = built(spec(3, 1, true), 2).heads(obs);
    Matrix spread =
        built(
                new MixtureQ.Spec(
                    3, List.of(), Activation.RELU, -1, 2, 3, 1, 1, true, START, START),
                2)
            .heads(obs);
    assertThat(heads.columns(0, 3)).isNotEqualTo(spread.columns(0, 3));
    assertThat(heads.columns(0, 3).data).doesNotHaveDuplicates();
    assertThat(heads.columns(3, 9)).isEqualTo(spread.columns(3, 9));
  }

  /** Of a scale s: means are s times, stds are s times, so log-variances 2 log s more. */
  @Test
  void heads_withAScale_areThoseOfTheReturnsInThatUnit() {
    Matrix obs = new Seeds(2).normal(5, 2);
    Matrix one = built(spec(2, 1, true), 2).heads(obs);
    Matrix scaled = built(spec(2, 50, true), 2).heads(obs);
    for (int k = 0; k < one.data.length; k++) {
      double expected =
          switch (k % 6 / 2) {
            case 0 -> 50 * one.data[k];
            case 1 -> one.data[k] + 2 * Math.log(50);
            default -> one.data[k];
          };
      assertClose(scaled.data[k], expected, 1e-12);
    }
  }

  /** Bounds [-1, 2]: of three actions with one component, log-variances -1.5, 0.5 and 2.5. */
  @Test
  void forward_logVariancesOutside_areClampedAndHaveNoGradient() {
    MixtureQ values = built(spec(1, 1, true), 3);
    float[] weights = values.weights().edit();
    Arrays.fill(weights, 0);
    for (int a = 0; a < 3; a++) {
      weights[2 * 9 + 3 * a + 1] = a - 1.5f;
    }
    weights[2 * 9 + 7] = 2.5f;
    weights[2 * 9 + 4] = 0.5f;
    Pass pass = values.forward(new Matrix(1, 2));
    assertThat(pass.value()).isEqualTo(Matrix.of(new double[] {0, -1, 0, 0, 0.5, 0, 0, 2, 0}));
    var gradient = new Gradient(values.weights());
    pass.collect(Matrix.filled(1, 9, 1), gradient);
    float[] ofBias = Arrays.copyOfRange(gradient.value(), 18, 27);
    assertThat(ofBias).containsExactly(1, 0, 1, 1, 1, 1, 1, 0, 1);
  }

  @Test
  void spec_numbersOutOfRange_areRefusedWithTheirValues() {
    assertThatThrownBy(() -> spec(0, 1, true)).hasMessage("components must be at least 1, was 0");
    assertThatThrownBy(() -> spec(1, 0, true))
        .hasMessage("valueScale must be positive and finite, was 0.0");
    assertThatThrownBy(
            () ->
                new MixtureQ.Spec(1, List.of(), Activation.RELU, 2, 1, 3, 0, 1, true, START, START))
        .hasMessage(
            "logVarianceMin and logVarianceMax must be finite and in order, were 2.0 and 1.0");
  }
}
