package hydrangea.models.objective;

import static hydrangea.models.testing.Golden.matrix;
import static hydrangea.models.testing.Golden.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.actor.ActorSamples;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.MeanFlowActor;
import hydrangea.models.actor.Scored;
import hydrangea.models.actor.Site;
import hydrangea.models.critic.TwinQ;
import hydrangea.models.distribution.LogStdRange;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import hydrangea.models.nn.NativeScope;
import hydrangea.models.nn.Networks;
import hydrangea.models.optimizer.Adam;
import hydrangea.models.optimizer.Schedule;
import hydrangea.models.optimizer.Sgd;
import hydrangea.models.rollout.Batch;
import hydrangea.models.testing.Golden;
import hydrangea.models.testing.MapStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SacTest {
  private static final Seeds SEEDS = new Seeds(31);
  private static final Initializer START = new Initializer.PyTorch();
  private static final TwinQ.Spec TWIN = new TwinQ.Spec(List.of(9), Activation.TANH, START, START);
  private static final Temperature TUNED = new Temperature.AutoTuned(1, -1);

  private static Adam.Spec adam(double rate) {
    return new Adam.Spec(rate, 0.9, 0.999, 1e-8, new Schedule.Constant(), 1e9);
  }

  private static Sac.Spec sac(double tau, int targetEvery, Temperature temperature) {
    return new Sac.Spec(TWIN, 0.9, tau, targetEvery, temperature);
  }

  private static Batch batch(long seed) {
    Seeds seeds = new Seeds(seed);
    Matrix terminated = seeds.at("terminated").uniform(6, 1);
    for (int i = 0; i < 6; i++) {
      terminated.data[i] = terminated.data[i] < 0.3 ? 1 : 0;
    }
    return new Batch(
        seeds.at("obs").normal(6, 3),
        seeds.at("action").uniform(6, 2),
        seeds.at("reward").normal(6, 1),
        seeds.at("next").normal(6, 3),
        terminated);
  }

  /** Everything that PyTorch's autograd and Adam make of the same start, batches and noise. */
  @Test
  void update_threeTimes_isWhatPyTorchMakesOfIt() {
    JsonObject golden = Golden.json("sac_updates.json");
    List<JsonObject> updates = Golden.objects(golden.get("updates"));
    Map<Seeds, Matrix> noise = new HashMap<>();
    for (int k = 0; k < updates.size(); k++) {
      noise.put(SEEDS.at(k).at("policy"), matrix(updates.get(k).get("noise")));
      noise.put(SEEDS.at(k).at("next"), matrix(updates.get(k).get("next_noise")));
    }
    var hidden = List.of(5, 4);
    var shape = new Mlp(3, hidden, 4, Activation.TANH);
    JsonObject start = golden.getAsJsonObject("start");
    var weights = new Weights(shape.size());
    fill(weights, numbers(start.get("actor")));
    var actor = new FixedNoise(shape, weights, new LogStdRange(-1, 1), noise);
    var twin = new TwinQ.Spec(hidden, Activation.TANH, START, START);
    var optimizers = new Noted(adam(0.01));
    Sac sac =
        new Sac.Spec(twin, 0.9, 0.1, 1, new Temperature.AutoTuned(0.3, -1))
            .build(actor, new Site(3, 2, Networks.JAVA, SEEDS), optimizers);
    restoreCritics(sac, numbers(start.get("critic")));

    for (int k = 0; k < updates.size(); k++) {
      JsonObject given = updates.get(k);
      JsonObject expected = given.getAsJsonObject("expected");
      Metrics told = sac.update(batch(given), SEEDS.at(k), k, 3);
      // Only the weights of the first update are the same to the last digit: they are floats.
      double tolerance = k == 0 ? 1e-9 : 2e-6;
      for (String name : List.of("qf_loss", "qf1_values", "qf2_values", "alpha", "alpha_loss")) {
        assertClose(number(told, "losses/" + name), expected, name, tolerance);
      }
      assertClose(number(told, "losses/entropy"), expected, "entropy", tolerance);
      assertClose(number(told, "losses/actor_loss"), expected, "actor_loss", 2e-6);
      List<String> names = List.of("alpha", "actor", "critic");
      for (int i = 0; i < 3; i++) {
        Noted.Last last = optimizers.built().get(i);
        assertThat(doubles(last.gradient))
            .as(names.get(i) + " gradient of update " + k)
            .containsExactly(numbers(expected.get(names.get(i) + "_gradient")), within(2e-6));
        String after = i == 0 ? "log_alpha" : names.get(i);
        assertThat(doubles(last.weights.value()))
            .as("%s after update %d", after, k)
            .containsExactly(numbers(expected.get(after)), within(2e-6));
      }
      assertThat(doubles(kept(sac, "target.weights.value")))
          .containsExactly(numbers(expected.get("target_critic")), within(2e-6));
    }
  }

  /** By hand: with a target that is never renewed before, and one that takes over all at once. */
  @Test
  void targetEvery_two_leavesTheTargetAloneInBetween() {
    Sac sac = sac(1, 2, TUNED).build(actor(Networks.JAVA), site(Networks.JAVA), adam(1e-2));
    float[] start = kept(sac, "target.weights.value");
    assertThat(start).isEqualTo(kept(sac, "critic.weights.value"));
    sac.update(batch(1), SEEDS, 0, 9);
    assertThat(kept(sac, "target.weights.value")).isEqualTo(start);
    sac.update(batch(2), SEEDS, 1, 9);
    assertThat(kept(sac, "target.weights.value"))
        .isEqualTo(kept(sac, "critic.weights.value"))
        .isNotEqualTo(start);
  }

  @Test
  void temperature_fixed_staysAndHasNoLoss() {
    Sac sac =
        sac(0.1, 1, new Temperature.Fixed(0.37))
            .build(actor(Networks.JAVA), site(Networks.JAVA), adam(1e-2));
    for (int k = 0; k < 3; k++) {
      Metrics told = sac.update(batch(k), SEEDS.at(k), k, 3);
      assertThat(number(told, "losses/alpha")).isEqualTo(0.37);
      assertThat(number(told, "losses/alpha_loss")).isZero();
    }
  }

  /** One step of gradient descent on -log alpha (mean log pi + H), H = entropy x dimensions. */
  @ParameterizedTest
  @CsvSource({"1", "3"})
  void temperature_ofALatentActor_countsTheLatentsDimensions(int latentSize) {
    Scored actor =
        ActorSamples.latent(latentSize, true, ActorSamples.normal(), true)
            .build(site(Networks.JAVA));
    var descent = new Sgd.Spec(0.5, 0, new Schedule.Constant(), Double.POSITIVE_INFINITY);
    Sac sac =
        sac(0.1, 1, new Temperature.AutoTuned(1, -2)).build(actor, site(Networks.JAVA), descent);
    double logProb = actor.draw(batch(1).obs(), SEEDS.at("policy")).log().mean();
    sac.update(batch(1), SEEDS, 0, 2);
    double alpha = number(sac.update(batch(1), SEEDS, 1, 2), "losses/alpha");
    assertThat(Math.log(alpha)).isCloseTo(0.5 * (logProb - 2 * latentSize), within(1e-6));
  }

  @Test
  void update_resumedAfterTwo_equalsOneInOneGo() {
    Sac whole = sac(0.1, 2, TUNED).build(actor(Networks.JAVA), site(Networks.JAVA), adam(1e-2));
    Scored actor = actor(Networks.JAVA);
    Sac other = sac(0.1, 2, TUNED).build(actor, site(Networks.JAVA), adam(1e-2));
    Scored same = actor(Networks.JAVA);
    Sac resumed = sac(0.1, 2, TUNED).build(same, site(Networks.JAVA), adam(1e-2));
    for (int k = 0; k < 2; k++) {
      whole.update(batch(k), SEEDS.at(k), k, 5);
      other.update(batch(k), SEEDS.at(k), k, 5);
    }
    MapStore.copy(actor, same);
    MapStore.copy(other, resumed);
    for (int k = 2; k < 5; k++) {
      assertThat(resumed.update(batch(k), SEEDS.at(k), k, 5))
          .isEqualTo(whole.update(batch(k), SEEDS.at(k), k, 5));
    }
  }

  static Stream<ActorSpec<?>> scored() {
    return ActorSamples.all().stream()
        .filter(spec -> Scored.class.isAssignableFrom(spec.builds()))
        .filter(spec -> !(spec instanceof MeanFlowActor.Spec flow && flow.targetStd() == 0));
  }

  @ParameterizedTest
  @MethodSource("scored")
  void update_twoHundredTimesOnNativeNetworks_leaksNoArray(ActorSpec<? extends Scored> spec) {
    Sac sac =
        sac(0.1, 1, TUNED)
            .build(spec.build(site(Networks.NATIVE)), site(Networks.NATIVE), adam(1e-3));
    NativeScope.call(() -> sac.update(batch(0), SEEDS, 0, 200));
    int before = NativeScope.liveArrays();
    for (int k = 1; k <= 200; k++) {
      int now = k;
      NativeScope.call(() -> sac.update(batch(now), SEEDS.at(now), now, 200));
    }
    // Networks of earlier tests may have become garbage meanwhile.
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("scored")
  void update_onNativeNetworks_agreesWithPlainOnes(ActorSpec<? extends Scored> spec) {
    Sac plain =
        sac(0.1, 1, TUNED).build(spec.build(site(Networks.JAVA)), site(Networks.JAVA), adam(1e-3));
    Sac fast =
        sac(0.1, 1, TUNED)
            .build(spec.build(site(Networks.NATIVE)), site(Networks.NATIVE), adam(1e-3));
    for (int k = 0; k < 3; k++) {
      int now = k;
      Metrics expected = plain.update(batch(k), SEEDS.at(k), k, 3);
      Metrics told = NativeScope.call(() -> fast.update(batch(now), SEEDS.at(now), now, 3));
      assertThat(told.values().keySet()).isEqualTo(expected.values().keySet());
      expected
          .values()
          .forEach((name, value) -> Golden.assertClose(number(told, name), value, 1e-3));
    }
  }

  @Test
  void spec_numbersOutOfRange_areRefusedWithTheirValues() {
    assertThatThrownBy(() -> sac(0, 1, TUNED))
        .hasMessage("tau must be positive and finite, was 0.0");
    assertThatThrownBy(() -> sac(1.5, 1, TUNED)).hasMessage("tau must be in [0.0, 1.0], was 1.5");
    assertThatThrownBy(() -> sac(0.1, 0, TUNED))
        .hasMessage("targetEvery must be at least 1, was 0");
    assertThatThrownBy(() -> new Sac.Spec(TWIN, 1.1, 0.1, 1, TUNED))
        .hasMessage("discount must be in [0.0, 1.0], was 1.1");
    assertThatThrownBy(() -> new Temperature.Fixed(0))
        .hasMessage("alpha must be positive and finite, was 0.0");
    assertThatThrownBy(() -> new Temperature.AutoTuned(-1, 0))
        .hasMessage("initial must be positive and finite, was -1.0");
    assertThatThrownBy(() -> new Temperature.AutoTuned(1, Double.NaN))
        .hasMessage("entropy must be finite, was NaN");
  }

  private static Site site(Networks networks) {
    return ActorSamples.site(networks);
  }

  private static Scored actor(Networks networks) {
    return ActorSamples.gaussian(true).build(site(networks));
  }

  private static Batch batch(JsonObject given) {
    return new Batch(
        matrix(given.get("obs")),
        matrix(given.get("action")),
        matrix(given.get("reward")),
        matrix(given.get("next_obs")),
        matrix(given.get("terminated")));
  }

  private static void assertClose(
      double actual, JsonObject expected, String name, double tolerance) {
    assertThat(actual).as(name).isCloseTo(expected.get(name).getAsDouble(), within(tolerance));
  }

  private static double number(Metrics told, String name) {
    return Objects.requireNonNull(told.values().get(name));
  }

  private static void restoreCritics(Sac sac, double[] weights) {
    Map<String, Object> state = MapStore.saved(sac);
    for (String name : List.of("critic.weights.value", "target.weights.value")) {
      state.put(name, floats(weights));
    }
    sac.exchange(MapStore.restoring(state));
  }

  private static float[] kept(Sac sac, String name) {
    return (float[]) Objects.requireNonNull(MapStore.saved(sac).get(name));
  }

  private static void fill(Weights weights, double[] numbers) {
    System.arraycopy(floats(numbers), 0, weights.edit(), 0, numbers.length);
  }

  private static float[] floats(double[] numbers) {
    var floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
      assertThat((double) floats[i]).isEqualTo(numbers[i]);
    }
    return floats;
  }

  private static double[] doubles(float[] numbers) {
    var doubles = new double[numbers.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = numbers[i];
    }
    return doubles;
  }
}
