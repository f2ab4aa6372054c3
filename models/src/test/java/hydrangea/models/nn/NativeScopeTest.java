package hydrangea.models.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativeScopeTest {
  private static final Mlp SHAPE = new Mlp(3, List.of(16, 16), 2, Activation.MISH);
  private static final Matrix X = new Seeds(1).at("x").normal(32, 3);
  private static final Matrix D = new Seeds(1).at("d").normal(32, 2);

  private final Weights weights = weights(5);
  private final Network network = new DjlMlp(SHAPE, weights, 0);

  private static Weights weights(long seed) {
    var weights = new Weights(SHAPE.size());
    var initializer = new Initializer.PyTorch();
    SHAPE.initialize(weights, 0, initializer, initializer, new Seeds(seed));
    return weights;
  }

  /** Passes of every kind, some of which never go back. */
  private void use() {
    network.apply(X);
    network.forward(X);
    network.tangent(X, X);
    network.forward(X).backward(D, new Gradient(weights));
    network.tangent(X, X).backward(D, new Gradient(weights));
    network.tangent(X, X).backward(D, D, new Gradient(weights));
  }

  /** Lets the garbage of other tests go first; what is left of it makes counts fall, not rise. */
  @BeforeEach
  void settle() {
    network.apply(X);
    int last = -1;
    int same = 0;
    for (int i = 0; i < 200 && same < 5; i++) {
      System.gc();
      same = last == NativeScope.liveArrays() ? same + 1 : 0;
      last = NativeScope.liveArrays();
    }
  }

  @Test
  void updates_aHundredInScopes_leakNoArray() {
    NativeScope.run(this::use);
    int before = NativeScope.liveArrays();
    for (int i = 0; i < 100; i++) {
      NativeScope.run(this::use);
      weights.edit();
    }
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
  }

  @Test
  void update_thatFails_leaksNoArray() {
    NativeScope.run(this::use);
    int before = NativeScope.liveArrays();
    assertThatThrownBy(
            () ->
                NativeScope.run(
                    () -> {
                      use();
                      throw new ArithmeticException("diverged");
                    }))
        .isInstanceOf(ArithmeticException.class);
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
  }

  @Test
  void pass_withoutAScope_isFreedAtItsBackward() {
    int before = NativeScope.liveArrays();
    var pass = network.tangent(X, X);
    assertThat(NativeScope.liveArrays()).isGreaterThan(before);
    pass.backward(D, D, new Gradient(weights));
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
  }

  @Test
  void apply_withoutAScope_keepsNothing() {
    int before = NativeScope.liveArrays();
    network.apply(X);
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
  }

  @Test
  void scope_insideAnother_freesOnlyItsOwnPasses() {
    var expected = network.forward(X).backward(D, Gradient.NONE);
    NativeScope.run(
        () -> {
          var kept = network.forward(X);
          int before = NativeScope.liveArrays();
          Pass lost = NativeScope.call(() -> network.forward(X));
          assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
          assertThatThrownBy(() -> lost.backward(D, Gradient.NONE))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("scope of this pass has ended");
          assertThat(kept.backward(D, Gradient.NONE)).isEqualTo(expected);
        });
  }

  @Test
  void garbage_ofNetworksAndPasses_isFreed() {
    int before = NativeScope.liveArrays();
    for (int i = 0; i < 20; i++) {
      new DjlMlp(SHAPE, weights, 0).forward(X);
    }
    int collections = 0;
    while (NativeScope.liveArrays() > before && collections++ < 100) {
      System.gc();
    }
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
  }

  @Test
  void trainings_inTwoThreads_equalThoseAlone() throws Exception {
    var alone = List.of(train(1), train(2));
    var threads = Executors.newFixedThreadPool(2);
    try {
      var together = threads.invokeAll(List.<Callable<float[]>>of(() -> train(1), () -> train(2)));
      for (int i = 0; i < 2; i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdown();
    }
    assertThat(alone.get(0)).isNotEqualTo(alone.get(1));
  }

  /** Sixty steps of gradient descent on |y|^2 / 2 and the tangents' like. */
  private static float[] train(long seed) {
    var weights = weights(seed);
    var network = new DjlMlp(SHAPE, weights, 0);
    var gradient = new Gradient(weights);
    for (int step = 0; step < 60; step++) {
      var x = new Seeds(seed).at(step).normal(64, 3);
      gradient.clear();
      NativeScope.run(
          () -> {
            var pass = network.tangent(x, x);
            pass.backward(pass.value(), pass.tangent(), gradient);
          });
      var value = weights.edit();
      for (int i = 0; i < value.length; i++) {
        value[i] -= 1e-3f * gradient.value()[i];
      }
    }
    return weights.value();
  }
}
