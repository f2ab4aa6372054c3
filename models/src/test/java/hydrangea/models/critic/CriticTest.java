package hydrangea.models.critic;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.actor.Site;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import hydrangea.models.nn.Networks;
import hydrangea.models.testing.Differences;
import hydrangea.models.testing.MapStore;
import hydrangea.models.testing.WeightDifferences;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CriticTest {
  private static final Initializer START = new Initializer.PyTorch();
  private static final TwinQ.Spec TWIN =
      new TwinQ.Spec(List.of(7, 6), Activation.TANH, START, START);
  private static final Matrix OBS = new Seeds(1).normal(6, 3);
  private static final Matrix ACTIONS = new Seeds(2).normal(6, 2);
  private static final double ALPHA = 0.3;

  private static TwinQ critic(Networks networks) {
    return TWIN.build(new Site(3, 2, networks, new Seeds(5)));
  }

  @Test
  void catalogue_everyEntry_isTestedHere() {
    var entries =
        Arrays.stream(CriticSpec.class.getPermittedSubclasses())
            .filter(Class::isRecord)
            .collect(Collectors.toSet());
    assertThat(entries).containsExactly(TwinQ.Spec.class);
  }

  @Test
  void twinQ_values_areThoseOfTwoNetworksOverOneArrayOfWeights() {
    TwinQ critic = critic(Networks.JAVA);
    var shape = new Mlp(5, List.of(7, 6), 1, Activation.TANH);
    assertThat(critic.weights().size()).isEqualTo(2 * shape.size());
    Matrix x = Matrix.beside(OBS, ACTIONS);
    Matrix values = critic.values(OBS, ACTIONS);
    for (int k = 0; k < 2; k++) {
      Matrix one = Networks.JAVA.of(shape, critic.weights(), k * shape.size()).apply(x);
      assertThat(values.columns(k, k + 1)).isEqualTo(one);
    }
    assertThat(values.columns(0, 1)).isNotEqualTo(values.columns(1, 2));
    assertThat(critic.forward(OBS, ACTIONS).value()).isEqualTo(values);
  }

  @Test
  void twinQ_nativeNetworks_agreeWithPlainOnes() {
    Matrix d = new Seeds(3).normal(6, 2);
    TwinQ plain = critic(Networks.JAVA);
    TwinQ fast = critic(Networks.NATIVE);
    var ofPlain = new Gradient(plain.weights());
    var ofFast = new Gradient(fast.weights());
    Matrix expected = plain.forward(OBS, ACTIONS).backward(d, ofPlain);
    Pass pass = fast.forward(OBS, ACTIONS);
    assertThat(fast.values(OBS, ACTIONS).data)
        .containsExactly(plain.values(OBS, ACTIONS).data, within(1e-5));
    assertThat(pass.backward(d, ofFast).data).containsExactly(expected.data, within(1e-5));
    assertThat(ofFast.value()).containsExactly(ofPlain.value(), within(1e-4f));
  }

  @Test
  void twinQ_backward_isTheFiniteDifferenceInActionsAndWeights() {
    TwinQ critic = critic(Networks.JAVA);
    Matrix d = new Seeds(3).normal(6, 2);
    var gradient = new Gradient(critic.weights());
    Matrix dActions = critic.forward(OBS, ACTIONS).backward(d, gradient);
    assertClose(dActions, Differences.gradient(a -> critic.forward(OBS, a), ACTIONS, d), 1e-8);
    WeightDifferences.assertClose(
        gradient.value(),
        WeightDifferences.gradient(() -> dot(critic.values(OBS, ACTIONS), d), critic.weights()));
  }

  @Test
  void twinQ_collect_addsWhatBackwardAdds() {
    TwinQ critic = critic(Networks.NATIVE);
    Matrix d = new Seeds(3).normal(6, 2);
    var expected = new Gradient(critic.weights());
    var collected = new Gradient(critic.weights());
    critic.forward(OBS, ACTIONS).backward(d, expected);
    critic.forward(OBS, ACTIONS).collect(d, collected);
    assertThat(collected.value()).isEqualTo(expected.value());
  }

  @Test
  void twinQ_gradientOfOthers_isLeftAlone() {
    TwinQ critic = critic(Networks.JAVA);
    var ofOthers = new Gradient(new Weights(critic.weights().size()));
    critic.forward(OBS, ACTIONS).backward(Matrix.filled(6, 2, 1), ofOthers);
    assertThat(ofOthers.value()).containsOnly(0f);
  }

  @Test
  void twinQ_savedAndRestored_judgesAlike() {
    TwinQ one = critic(Networks.JAVA);
    TwinQ other = TWIN.build(new Site(3, 2, Networks.JAVA, new Seeds(6)));
    assertThat(other.values(OBS, ACTIONS)).isNotEqualTo(one.values(OBS, ACTIONS));
    MapStore.copy(one, other);
    assertThat(other.values(OBS, ACTIONS)).isEqualTo(one.values(OBS, ACTIONS));
  }

  @Test
  void spec_widthZero_isRefusedWithItsValue() {
    assertThatThrownBy(() -> new TwinQ.Spec(List.of(8, 0), Activation.TANH, START, START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hidden must hold widths of at least 1, was [8, 0]");
  }

  @Test
  void softQ_backward_isTheFiniteDifferenceInActions() {
    var soft = new SoftQ(critic(Networks.JAVA), ALPHA);
    Matrix d = new Seeds(4).normal(6, 1);
    Matrix dActions = soft.logDensity(OBS, ACTIONS).backward(d, Gradient.NONE);
    assertClose(dActions, Differences.gradient(a -> soft.logDensity(OBS, a), ACTIONS, d), 1e-8);
  }

  @Test
  void softQ_value_isTheLesserOverAlpha() {
    TwinQ critic = critic(Networks.JAVA);
    Matrix values = critic.values(OBS, ACTIONS);
    Matrix soft = new SoftQ(critic, ALPHA).logDensity(OBS, ACTIONS).value();
    int ofFirst = 0;
    for (int i = 0; i < 6; i++) {
      assertThat(soft.data[i]).isEqualTo(Math.min(values.at(i, 0), values.at(i, 1)) / ALPHA);
      ofFirst += values.at(i, 0) < values.at(i, 1) ? 1 : 0;
    }
    assertThat(ofFirst).isBetween(1, 5); // so that both have been asked
  }

  /** By hand, with three critics whose way back tells what it was given. */
  @Test
  void softQ_threeCritics_theGradientGoesToTheLeastOfEachRowAlone() {
    var given =
        new Critic() {
          Matrix gradient = new Matrix(0, 0);

          @Override
          public Weights weights() {
            return new Weights(0);
          }

          @Override
          public Matrix values(Matrix obs, Matrix actions) {
            return Matrix.of(new double[][] {{3, 1, 2}, {0, 5, -1}, {4, 4, 6}});
          }

          @Override
          public Pass forward(Matrix obs, Matrix actions) {
            return new Pass() {
              @Override
              public Matrix value() {
                return values(obs, actions);
              }

              @Override
              public Matrix backward(Matrix dValue, Gradient into) {
                gradient = dValue;
                return actions;
              }
            };
          }
        };
    Pass pass = new SoftQ(given, 0.5).logDensity(new Matrix(3, 1), new Matrix(3, 2));
    pass.backward(Matrix.column(1, 10, 100), Gradient.NONE);
    assertThat(pass.value()).isEqualTo(Matrix.column(2, -2, 8));
    assertThat(given.gradient)
        .isEqualTo(Matrix.of(new double[][] {{0, 2, 0}, {0, 0, 20}, {200, 0, 0}}));
  }

  private static double dot(Matrix a, Matrix b) {
    double sum = 0;
    for (int i = 0; i < a.data.length; i++) {
      sum += a.data[i] * b.data[i];
    }
    return sum;
  }
}
