package hydrangea.models.objective;

import static hydrangea.models.testing.Golden.assertClose;
import static hydrangea.models.testing.Golden.matrix;
import static hydrangea.models.testing.Golden.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import hydrangea.envs.Discrete;
import hydrangea.models.Matrix;
import hydrangea.models.Metrics;
import hydrangea.models.Seeds;
import hydrangea.models.actor.EpsilonGreedy;
import hydrangea.models.actor.Exploration;
import hydrangea.models.actor.Moment;
import hydrangea.models.actor.Site;
import hydrangea.models.actor.ValuePolicy;
import hydrangea.models.loss.Huber;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.NativeScope;
import hydrangea.models.nn.Networks;
import hydrangea.models.optimizer.Adam;
import hydrangea.models.optimizer.Schedule;
import hydrangea.models.rollout.Batch;
import hydrangea.models.testing.Golden;
import hydrangea.models.testing.MapStore;
import hydrangea.models.value.ActionValues;
import hydrangea.models.value.MixtureQ;
import hydrangea.models.value.PointValues;
import hydrangea.models.value.Q;
import hydrangea.models.value.ReturnMixtures;
import hydrangea.models.value.ValueSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DqnTest {
  private static final Seeds SEEDS = new Seeds(71);
  private static final TargetUpdate EACH = new TargetUpdate.Polyak(1, 1);
  private static final Initializer START = new Initializer.PyTorch();
  private static final List<Integer> HIDDEN = List.of(5, 4);
  private static final Q.Spec PLAIN = new Q.Spec(HIDDEN, Activation.TANH, START, START);

  private static MixtureQ.Spec mixture(boolean weighted) {
    return new MixtureQ.Spec(
        2, HIDDEN, Activation.TANH, -0.5, 0.5, 1, 0, 1, weighted, START, START);
  }

  private static Adam.Spec adam(double clipNorm) {
    return new Adam.Spec(0.01, 0.9, 0.999, 1e-8, new Schedule.Constant(), clipNorm);
  }

  private static Site site(Networks networks) {
    return new Site(3, new Discrete(3), networks, SEEDS);
  }

  private static <V extends ActionValues> EpsilonGreedy<V> policy(
      ValueSpec<V> values, Networks networks) {
    var greedy = new Exploration.LinearEpsilon(0, 0, 1);
    return new EpsilonGreedy.Spec<>(values, greedy).build(site(networks));
  }

  /** A loss of the catalogue with a network that it is for. */
  record Row<V extends ActionValues>(ValueLoss<? super V> loss, ValueSpec<V> values) {
    Learning learning(Networks networks, double tau, int targetEvery) {
      return of(loss, policy(values, networks), networks, tau, targetEvery);
    }

    private static <L extends ActionValues> Learning of(
        ValueLoss<L> loss,
        ValuePolicy<? extends L> policy,
        Networks networks,
        double tau,
        int targetEvery) {
      var spec = new Dqn.Spec<>(loss, 0.9, true, new TargetUpdate.Polyak(tau, targetEvery));
      return new Learning(policy, spec.build(policy, site(networks), adam(1e9)));
    }
  }

  record Learning(ValuePolicy<?> policy, Dqn dqn) {}

  static List<Row<?>> rows() {
    return List.of(
        new Row<>(new ValueLoss.TdError(new Huber(0.5)), PLAIN),
        new Row<>(new ValueLoss.MixtureNll(0), mixture(true)),
        new Row<>(new ValueLoss.MixtureNll(4), mixture(true)),
        new Row<>(new ValueLoss.JensenTsallis(4, 0.1), mixture(true)),
        new Row<>(new ValueLoss.ArticleLoss(), mixture(false)));
  }

  @Test
  void catalogue_everyEntry_hasARow() {
    var entries =
        Arrays.stream(ValueLoss.class.getPermittedSubclasses())
            .filter(Class::isRecord)
            .collect(Collectors.toSet());
    assertThat(rows().stream().map(row -> row.loss().getClass()).collect(Collectors.toSet()))
        .isEqualTo(entries);
  }

  static Stream<JsonObject> runs() {
    return Golden.objects(Golden.json("dqn_updates.json").get("runs")).stream();
  }

  /** Everything that PyTorch's autograd, clipping and Adam make of the same start and batches. */
  @ParameterizedTest
  @MethodSource("runs")
  void update_threeTimes_isWhatPyTorchMakesOfIt(JsonObject run) {
    if (run.get("loss").getAsString().equals("huber")) {
      assertRun(run, PLAIN, new ValueLoss.TdError(new Huber(0.5)));
    } else {
      assertRun(run, mixture(run.get("weighted").getAsBoolean()), ofMixtures(run));
    }
  }

  private static ValueLoss<ReturnMixtures> ofMixtures(JsonObject run) {
    return switch (run.get("loss").getAsString()) {
      case "nll" -> new ValueLoss.MixtureNll(0);
      case "jt" -> new ValueLoss.JensenTsallis(run.get("scale").getAsDouble(), 0.1);
      default -> new ValueLoss.ArticleLoss();
    };
  }

  private static <V extends ActionValues, W extends V> void assertRun(
      JsonObject run, ValueSpec<W> values, ValueLoss<V> loss) {
    EpsilonGreedy<W> policy = policy(values, Networks.JAVA);
    float[] start = floats(numbers(run.get("start")));
    System.arraycopy(start, 0, policy.weights().edit(), 0, start.length);
    assertThat(policy.weights().size()).isEqualTo(start.length);
    var optimizers = new Noted(adam(run.get("clip").getAsDouble()));
    Dqn dqn =
        new Dqn.Spec<V>(
                loss,
                0.9,
                run.get("double").getAsBoolean(),
                new TargetUpdate.Polyak(
                    run.get("tau").getAsDouble(), run.get("target_every").getAsInt()))
            .build(policy, site(Networks.JAVA), optimizers);
    Map<String, Object> state = MapStore.saved(dqn);
    state.put("target.weights.value", floats(numbers(run.get("target_start"))));
    dqn.exchange(MapStore.restoring(state));
    List<JsonObject> updates = Golden.objects(run.get("updates"));
    for (int k = 0; k < updates.size(); k++) {
      JsonObject expected = updates.get(k).getAsJsonObject("expected");
      Metrics told = dqn.update(batch(updates.get(k)), SEEDS.at(k), k, 3);
      // Only the weights of the first update are the same to the last digit: they are floats.
      double tolerance = k == 0 ? 1e-9 : 5e-6;
      assertClose(number(told, "losses/td_loss"), number(expected, "loss"), tolerance);
      assertClose(number(told, "losses/q_values"), number(expected, "q"), tolerance);
      assertClose(number(told, "losses/gradient_norm"), number(expected, "norm"), 5e-6);
      Noted.Last last = optimizers.built().get(0);
      assertClose(doubles(last.gradient), numbers(expected.get("gradient")), 5e-6);
      assertClose(doubles(policy.weights().value()), numbers(expected.get("weights")), 2e-6);
      assertClose(doubles(target(dqn)), numbers(expected.get("target")), 2e-6);
    }
  }

  /** The copy that is drawn over all at once, and left alone in between. */
  @ParameterizedTest
  @MethodSource("rows")
  void targetEvery_two_leavesTheTargetAloneInBetween(Row<?> row) {
    Learning learning = row.learning(Networks.JAVA, 1, 2);
    float[] start = learning.policy.weights().value().clone();
    learning.dqn.update(batch(1), SEEDS, 0, 9);
    assertThat(target(learning.dqn)).isEqualTo(start);
    learning.dqn.update(batch(2), SEEDS, 1, 9);
    assertThat(target(learning.dqn))
        .isEqualTo(learning.policy.weights().value())
        .isNotEqualTo(start);
  }

  static Stream<Arguments> copies() {
    return Stream.of(
        Arguments.of(new TargetUpdate.CopyEverySteps(10), new Moment(9, 5), new Moment(11, 5)),
        Arguments.of(new TargetUpdate.CopyEveryEpisodes(5), new Moment(9, 4), new Moment(11, 5)));
  }

  @ParameterizedTest
  @MethodSource("copies")
  void target_copiedByStepsOrEpisodes_isSoWhereOneIsDueAndNowhereElse(
      TargetUpdate copy, Moment before, Moment now) {
    var policy = policy(PLAIN, Networks.JAVA);
    var spec = new Dqn.Spec<>(new ValueLoss.TdError(new Huber(0.5)), 0.9, true, copy);
    Dqn dqn = spec.build(policy, site(Networks.JAVA), adam(1));
    float[] start = policy.weights().value().clone();
    dqn.update(batch(1), SEEDS, 0, 9);
    dqn.gathered(new Moment(2, 1), before);
    assertThat(target(dqn)).isEqualTo(start);
    dqn.gathered(before, now);
    assertThat(target(dqn)).isEqualTo(policy.weights().value()).isNotEqualTo(start);
    dqn.update(batch(2), SEEDS, 1, 9);
    dqn.gathered(now, new Moment(19, 9));
    assertThat(target(dqn)).isNotEqualTo(policy.weights().value());
  }

  /** One batch again and again: what is learned from it is learned. */
  @ParameterizedTest
  @MethodSource("rows")
  void update_ofOneBatch_lowersTheLoss(Row<?> row) {
    Dqn dqn = row.learning(Networks.JAVA, 1, 1_000_000).dqn;
    double first = number(dqn.update(batch(1), SEEDS, 0, 300), "losses/td_loss");
    double last = first;
    for (int k = 1; k < 300; k++) {
      last = number(dqn.update(batch(1), SEEDS, k, 300), "losses/td_loss");
    }
    assertThat(last).isLessThan(first - 0.1 * Math.abs(first));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void update_resumedAfterTwo_equalsOneInOneGo(Row<?> row) {
    Learning whole = row.learning(Networks.JAVA, 0.1, 2);
    Learning stopped = row.learning(Networks.JAVA, 0.1, 2);
    Learning resumed = row.learning(Networks.JAVA, 0.1, 2);
    for (int k = 0; k < 2; k++) {
      whole.dqn.update(batch(k), SEEDS.at(k), k, 5);
      stopped.dqn.update(batch(k), SEEDS.at(k), k, 5);
    }
    MapStore.copy(stopped.policy, resumed.policy);
    MapStore.copy(stopped.dqn, resumed.dqn);
    for (int k = 2; k < 5; k++) {
      assertThat(resumed.dqn.update(batch(k), SEEDS.at(k), k, 5))
          .isEqualTo(whole.dqn.update(batch(k), SEEDS.at(k), k, 5));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void update_onNativeNetworks_agreesWithPlainOnesAndLeaksNothing(Row<?> row) {
    Dqn plain = row.learning(Networks.JAVA, 0.1, 1).dqn;
    Dqn fast = row.learning(Networks.NATIVE, 0.1, 1).dqn;
    int before = 0;
    for (int k = 0; k < 100; k++) {
      int now = k;
      Metrics told = NativeScope.call(() -> fast.update(batch(now), SEEDS.at(now), now, 100));
      if (k < 3) {
        plain
            .update(batch(k), SEEDS.at(k), k, 100)
            .values()
            .forEach((name, value) -> assertClose(number(told, name), value, 1e-3));
        before = NativeScope.liveArrays();
      }
    }
    // Networks of earlier tests may have become garbage meanwhile.
    assertThat(NativeScope.liveArrays()).isLessThanOrEqualTo(before);
  }

  @Test
  @SuppressWarnings("unchecked") // what the compiler refuses, chosen at run time
  void build_lossOfOtherNetworks_isRefused() {
    var spec = new Dqn.Spec<>(new ValueLoss.MixtureNll(0), 0.9, true, EACH);
    var policy = (ValuePolicy<ReturnMixtures>) (ValuePolicy<?>) policy(PLAIN, Networks.JAVA);
    assertThatThrownBy(() -> spec.build(policy, site(Networks.JAVA), adam(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mixtureNll() needs the heads of mixtureQ, not those of q");
  }

  @Test
  void spec_numbersOutOfRange_areRefusedWithTheirValues() {
    ValueLoss<PointValues> loss = new ValueLoss.TdError(new Huber(1));
    assertThatThrownBy(() -> new Dqn.Spec<>(loss, 1.1, true, EACH))
        .hasMessage("discount must be in [0.0, 1.0], was 1.1");
    assertThatThrownBy(() -> new TargetUpdate.Polyak(0, 1))
        .hasMessage("tau must be positive and finite, was 0.0");
    assertThatThrownBy(() -> new TargetUpdate.Polyak(1.5, 1))
        .hasMessage("tau must be in [0.0, 1.0], was 1.5");
    assertThatThrownBy(() -> new TargetUpdate.Polyak(1, 0))
        .hasMessage("every must be at least 1, was 0");
    assertThatThrownBy(() -> new TargetUpdate.CopyEverySteps(0))
        .hasMessage("steps must be at least 1, was 0");
    assertThatThrownBy(() -> new TargetUpdate.CopyEveryEpisodes(0))
        .hasMessage("episodes must be at least 1, was 0");
    assertThatThrownBy(() -> new ValueLoss.MixtureNll(-1))
        .hasMessage("samples must be at least 0, was -1");
    assertThatThrownBy(() -> new ValueLoss.JensenTsallis(0, 0.1))
        .hasMessage("scale must be positive and finite, was 0.0");
    assertThatThrownBy(() -> new ValueLoss.JensenTsallis(1, 0))
        .hasMessage("leastStd must be positive and finite, was 0.0");
  }

  private static Batch batch(long seed) {
    Seeds seeds = new Seeds(seed);
    Matrix terminated = seeds.at("terminated").uniform(6, 1);
    Matrix action = seeds.at("action").uniform(6, 1);
    for (int i = 0; i < 6; i++) {
      terminated.data[i] = terminated.data[i] < 0.3 ? 1 : 0;
      action.data[i] = Math.floor(3 * action.data[i]);
    }
    return new Batch(
        seeds.at("obs").normal(6, 3),
        action,
        seeds.at("reward").normal(6, 1),
        seeds.at("next").normal(6, 3),
        terminated);
  }

  private static Batch batch(JsonObject given) {
    return new Batch(
        matrix(given.get("obs")),
        matrix(given.get("action")),
        matrix(given.get("reward")),
        matrix(given.get("next_obs")),
        matrix(given.get("terminated")));
  }

  private static float[] target(Dqn dqn) {
    Map<String, Object> kept = MapStore.saved(dqn);
    return (float[]) Objects.requireNonNull(kept.get("target.weights.value"));
  }

  private static double number(Metrics told, String name) {
    return Objects.requireNonNull(told.values().get(name));
  }

  private static double number(JsonObject expected, String name) {
    return expected.get(name).getAsDouble();
  }

  private static float[] floats(double[] numbers) {
    var floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
      assertThat((double) floats[i]).isCloseTo(numbers[i], within(0.0));
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
