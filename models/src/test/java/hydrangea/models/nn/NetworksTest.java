package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers of either kind of network rely on. */
class NetworksTest {
  enum Kind {
    NATIVE,
    JAVA;

    Networks networks() {
      return this == NATIVE ? Networks.NATIVE : Networks.JAVA;
    }
  }

  private static final Mlp SHAPE = new Mlp(3, List.of(8, 8), 2, Activation.SILU);
  private static final Matrix X = new Seeds(1).at("x").normal(6, 3);
  private static final Matrix OTHER_X = new Seeds(2).at("x").normal(6, 3);
  private static final Matrix D = new Seeds(1).at("d").normal(6, 2);

  private final Weights weights = new Weights(2 * SHAPE.size());

  private Network network(Kind kind) {
    for (int offset : new int[] {0, SHAPE.size()}) {
      SHAPE.initialize(
          weights,
          offset,
          new Initializer.PyTorch(),
          new Initializer.PyTorch(),
          new Seeds(5).at(offset));
    }
    return kind.networks().of(SHAPE, weights, SHAPE.size());
  }

  @ParameterizedTest
  @EnumSource
  void backward_intoItsOwnGradient_addsToItsSliceOnly(Kind kind) {
    var network = network(kind);
    var into = new Gradient(weights);
    network.forward(X).backward(D, into);
    var once = into.value().clone();
    network.forward(X).backward(D, into);
    for (int i = 0; i < once.length; i++) {
      assertThat(into.value()[i]).isCloseTo(2 * once[i], within(1e-6f));
    }
    assertThat(Stream.of(0, SHAPE.size() - 1)).allMatch(i -> once[i] == 0);
    assertThat(into.norm()).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @EnumSource
  void backward_intoAnothersGradient_leavesItAlone(Kind kind) {
    var network = network(kind);
    var another = new Gradient(new Weights(weights.size()));
    var dInput = network.forward(X).backward(D, another);
    assertThat(another.norm()).isZero();
    assertThat(network.forward(X).backward(D, Gradient.NONE)).isEqualTo(dInput);
    assertThat(network.forward(X).backward(D, new Gradient(weights))).isEqualTo(dInput);
  }

  @ParameterizedTest
  @EnumSource
  void network_runTwiceBeforeGoingBack_keepsThePassesApart(Kind kind) {
    var network = network(kind);
    var expectedInto = new Gradient(weights);
    var expected = network.forward(X).backward(D, expectedInto);
    var pass = network.forward(X);
    var between = network.tangent(OTHER_X, X);
    network.apply(OTHER_X);
    var into = new Gradient(weights);
    assertThat(pass.backward(D, into)).isEqualTo(expected);
    assertThat(into.value()).isEqualTo(expectedInto.value());
    assertThat(between.backward(D, Gradient.NONE))
        .isEqualTo(network.tangent(OTHER_X, X).backward(D, Gradient.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void apply_afterAnEdit_seesTheNewWeights(Kind kind) {
    var network = network(kind);
    var before = network.apply(X);
    float[] values = weights.edit();
    values[values.length - 1] += 0.5f; // the last bias
    var after = network.apply(X);
    for (int i = 0; i < X.rows; i++) {
      assertThat(after.at(i, 1) - before.at(i, 1)).isCloseTo(0.5, within(1e-6));
      assertThat(after.at(i, 0)).isEqualTo(before.at(i, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void backward_afterAnEdit_isRefused(Kind kind) {
    var pass = network(kind).forward(X);
    weights.edit();
    assertThatThrownBy(() -> pass.backward(D, Gradient.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the weights have changed");
  }

  @ParameterizedTest
  @EnumSource
  void backward_twice_isRefused(Kind kind) {
    var pass = network(kind).forward(X);
    pass.backward(D, Gradient.NONE);
    assertThatThrownBy(() -> pass.backward(D, Gradient.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gone back already");
  }

  @ParameterizedTest
  @EnumSource
  void network_ofNoRows_givesNoRows(Kind kind) {
    var network = network(kind);
    var none = new Matrix(0, 3);
    var into = new Gradient(weights);
    assertThat(network.apply(none)).isEqualTo(new Matrix(0, 2));
    var pass = network.tangent(none, none);
    assertThat(pass.tangent()).isEqualTo(new Matrix(0, 2));
    assertThat(pass.backward(new Matrix(0, 2), new Matrix(0, 2), into)).isEqualTo(none);
    assertThat(into.norm()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void network_ofWrongShapes_isRefusedWithTheNumbers(Kind kind) {
    var network = network(kind);
    assertThatThrownBy(() -> network.apply(D))
        .hasMessage("a network of 3 inputs was given 2 columns");
    assertThatThrownBy(() -> network.tangent(X, new Matrix(9, 3)))
        .hasMessage("9 directions are no multiple of 6 rows");
    assertThatThrownBy(() -> network.forward(X).backward(X, Gradient.NONE))
        .hasMessage("the gradient of [6, 2] has the same shape, not [6, 3]");
    assertThatThrownBy(() -> kind.networks().of(SHAPE, weights, SHAPE.size() + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs 122 weights from 123 on, of 244");
  }
}
