package hydrangea.models.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.nn.Networks;
import hydrangea.models.testing.Differences;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every velocity field and every average velocity field. */
final class VelocityLawsTest {
  private static final Matrix OBS = new Seeds(3).normal(4, 3);
  private static final Matrix Z = new Seeds(4).normal(4, 2);
  private static final Matrix V = new Seeds(6).normal(4, 2);
  private static final Matrix R = Matrix.column(0, 0.1, 0.4, 0.7);
  private static final Matrix T = Matrix.column(1, 0.6, 0.4, 0.9);

  static Stream<ActorSpec<?>> velocityFields() {
    return ActorLawsTest.able(VelocityField.class);
  }

  static Stream<ActorSpec<?>> averageVelocityFields() {
    return ActorLawsTest.able(AverageVelocityField.class);
  }

  private static Actor built(ActorSpec<?> spec) {
    return spec.build(ActorSamples.site(Networks.JAVA));
  }

  @ParameterizedTest
  @MethodSource("velocityFields")
  void velocity_gradientOfX_isTheFiniteDifference(ActorSpec<?> spec) {
    var actor = (VelocityField) built(spec);
    Matrix dValue = new Seeds(8).normal(4, 2);
    Matrix expected = Differences.gradient(x -> actor.velocity(OBS, x, T), Z, dValue);
    assertThat(actor.velocity(OBS, Z, T).backward(dValue, Gradient.NONE).data)
        .containsExactly(expected.data, within(1e-7));
  }

  @ParameterizedTest
  @MethodSource("averageVelocityFields")
  void average_tangent_isTheFiniteDifferenceAlongVZeroOne(ActorSpec<?> spec) {
    var actor = (AverageVelocityField) built(spec);
    double h = 1e-5;
    Matrix above = actor.average(OBS, moved(Z, V, h), R, shifted(T, h), V).velocity();
    Matrix below = actor.average(OBS, moved(Z, V, -h), R, shifted(T, -h), V).velocity();
    Matrix tangent = actor.average(OBS, Z, R, T, V).tangent();
    for (int i = 0; i < tangent.data.length; i++) {
      assertThat(tangent.data[i])
          .isCloseTo((above.data[i] - below.data[i]) / (2 * h), within(1e-7));
    }
  }

  @ParameterizedTest
  @MethodSource("averageVelocityFields")
  void average_equalTimes_isTheVelocity(ActorSpec<?> spec) {
    var actor = (AverageVelocityField) built(spec);
    assertThat(actor.average(OBS, Z, T, T, V).velocity().data)
        .containsExactly(actor.velocity(OBS, Z, T).value().data, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("averageVelocityFields")
  void sample_oneStep_isTheJumpFromNoise(ActorSpec<?> spec) {
    var actor = (MeanFlowActor) built(spec);
    Seeds seeds = new Seeds(9);
    Matrix e = seeds.at("latent").normal(4, 2);
    var average = actor.average(OBS, e, new Matrix(4, 1), Matrix.filled(4, 1, 1), V);
    Matrix xi = seeds.at("noise").normal(4, 2);
    Matrix action = actor.sample(OBS, seeds, 1);
    for (int i = 0; i < action.data.length; i++) {
      double std = average.logStd().columns > 0 ? Math.exp(average.logStd().data[i]) : 0;
      double expected = e.data[i] - average.velocity().data[i] + std * xi.data[i];
      assertThat(action.data[i]).isCloseTo(expected, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("averageVelocityFields")
  void logStd_atTheStart_isTargetStd(ActorSpec<?> spec) {
    var meanFlow = (MeanFlowActor.Spec) spec;
    var still =
        new MeanFlowActor.Spec(
            meanFlow.hidden(),
            meanFlow.activation(),
            meanFlow.targetStd(),
            meanFlow.form(),
            meanFlow.embedding(),
            meanFlow.steps(),
            meanFlow.initializer(),
            new hydrangea.models.nn.Initializer.LecunNormal(1e-12));
    var average = still.build(ActorSamples.site(Networks.JAVA)).average(OBS, Z, R, T, V);
    for (double logStd : average.logStd().data) {
      assertThat(Math.exp(logStd)).isCloseTo(meanFlow.targetStd(), within(1e-6));
    }
  }

  private static Matrix moved(Matrix z, Matrix v, double h) {
    var moved = new Matrix(z.rows, z.columns);
    for (int i = 0; i < moved.data.length; i++) {
      moved.data[i] = z.data[i] + h * v.data[i];
    }
    return moved;
  }

  private static Matrix shifted(Matrix t, double h) {
    return moved(t, Matrix.filled(t.rows, 1, 1), h);
  }
}
