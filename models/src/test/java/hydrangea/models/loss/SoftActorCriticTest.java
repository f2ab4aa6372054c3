package hydrangea.models.loss;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.testing.Differences;
import hydrangea.models.testing.Golden;
import org.junit.jupiter.api.Test;

/** SAC's formulas against those of PyTorch. */
final class SoftActorCriticTest {
  private static final JsonObject GOLDEN = Golden.json("rl_numerics.json").getAsJsonObject("sac");
  private static final double TOLERANCE = 1e-12;

  private static Matrix given(String name) {
    return column(GOLDEN.get(name));
  }

  private static Matrix critics(String prefix) {
    return Matrix.beside(given(prefix + "q1"), given(prefix + "q2"));
  }

  private static double number(String name) {
    return GOLDEN.get(name).getAsDouble();
  }

  private static double alpha() {
    return Math.exp(number("log_alpha"));
  }

  @Test
  void softTarget_goldenBatch_agrees() {
    Matrix target =
        SoftTarget.of(
            given("reward"),
            given("done"),
            number("gamma"),
            critics("next_"),
            given("next_log_prob"),
            alpha());
    assertClose(target, given("target"), TOLERANCE);
  }

  @Test
  void softTarget_twoRows_byHand() {
    Matrix target =
        SoftTarget.of(
            Matrix.column(1, 1),
            Matrix.column(0, 1),
            0.5,
            Matrix.of(new double[][] {{4, 3}, {7, 8}}),
            Matrix.column(-2, -2),
            0.5);
    assertThat(target).isEqualTo(Matrix.column(1 + 0.5 * (3 + 1), 1));
  }

  @Test
  void criticError_goldenBatch_agreesWithGradients() {
    Loss loss = CriticError.loss(critics(""), given("target"));
    assertClose(loss.value(), number("critic_loss"), TOLERANCE);
    assertClose(loss.gradient().columns(0, 1), given("grad_q1"), TOLERANCE);
    assertClose(loss.gradient().columns(1, 2), given("grad_q2"), TOLERANCE);
  }

  @Test
  void criticError_randomRows_goesBackAsFiniteDifferences() {
    Matrix q = new Seeds(1).normal(5, 3);
    Matrix target = new Seeds(2).normal(5, 1);
    assertClose(
        CriticError.loss(q, target).gradient(),
        Differences.gradient(moved -> CriticError.loss(moved, target).value(), q),
        1e-9);
  }

  @Test
  void temperature_goldenBatch_agreesWithItsGradient() {
    var loss = Temperature.of(number("log_alpha"), given("log_prob"), number("target_entropy"));
    assertClose(loss.value(), number("alpha_loss"), TOLERANCE);
    assertClose(loss.dLogAlpha(), number("grad_log_alpha"), TOLERANCE);
  }

  /** alpha KL(pi || exp(Q / alpha)) with the smaller of two critics. */
  @Test
  void reverseKl_goldenBatch_isTheActorsLossOverAlpha() {
    Matrix q = critics("policy_");
    var logTarget = new Matrix(q.rows, 1);
    for (int i = 0; i < q.rows; i++) {
      logTarget.data[i] = Math.min(q.at(i, 0), q.at(i, 1)) / alpha();
    }
    double value = ReverseKl.of(given("log_prob"), logTarget).value();
    assertClose(alpha() * value, number("actor_loss"), TOLERANCE);
  }

  @Test
  void columns_ofDifferentLength_areRefused() {
    assertThatThrownBy(() -> CriticError.loss(new Matrix(3, 2), new Matrix(2, 1)))
        .hasMessage("[2, 1] is not one number for each of 3 rows");
  }
}
