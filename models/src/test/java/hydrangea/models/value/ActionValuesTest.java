package hydrangea.models.value;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hydrangea.models.Gradient;
import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.distribution.ScalarMixtures;
import hydrangea.models.loss.BatchSummedNll;
import hydrangea.models.loss.Huber;
import hydrangea.models.loss.JensenTsallis;
import hydrangea.models.loss.MixtureNll;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import hydrangea.models.nn.Networks;
import hydrangea.models.testing.MapStore;
import hydrangea.models.testing.WeightDifferences;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every value network of the catalogue. */
final class ActionValuesTest {
  private static final Seeds SEEDS = new Seeds(61);
  private static final Initializer START = new Initializer.PyTorch();
  private static final int ACTIONS = 3;
  private static final int ROWS = 6;
  private static final Matrix OBS = SEEDS.at("obs").normal(ROWS, 4);
  private static final Choice TAKEN = Choice.of(Matrix.column(2, 0, 1, 1, 2, 0), ACTIONS);

  private static final Q.Spec PLAIN = new Q.Spec(List.of(7, 6), Activation.TANH, START, START);

  private static MixtureQ.Spec mixture(double low, double scale, boolean weighted) {
    return new MixtureQ.Spec(
        4, List.of(7, 6), Activation.TANH, low, 2, 1.1, 2, scale, weighted, START, START);
  }

  /** In the widest gap of the log-variances: on both sides there are some, and none is near. */
  private static final double BETWEEN = 0.43366;

  /** A newcomer to the catalogue needs a row here. */
  static List<ValueSpec<?>> specs() {
    return List.of(PLAIN, mixture(-9, 1, true), mixture(BETWEEN, 2.5, true), mixture(-9, 1, false));
  }

  private static ActionValues built(ValueSpec<?> spec, Networks networks) {
    return spec.build(new ValueSite(4, ACTIONS, networks, new Seeds(5)));
  }

  @Test
  void catalogue_everyEntry_hasARow() {
    var entries =
        Arrays.stream(ValueSpec.class.getPermittedSubclasses())
            .filter(Class::isRecord)
            .collect(Collectors.toSet());
    assertThat(specs().stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(entries);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void build_anySpec_givesWhatItSays(ValueSpec<?> spec) {
    ActionValues values = built(spec, Networks.JAVA);
    assertThat(values).isInstanceOf(spec.builds());
    assertThat(values.actions()).isEqualTo(ACTIONS);
    Matrix heads = values.heads(OBS);
    assertThat(values.forward(OBS).value()).isEqualTo(heads);
    Matrix q = values.values(heads);
    assertThat(q.rows).isEqualTo(ROWS);
    assertThat(q.columns).isEqualTo(ACTIONS);
    assertThat(q.data).doesNotHaveDuplicates();
  }

  /** Of every loss with every network that it is for, all the way to the weights. */
  static Stream<Arguments> losses() {
    Matrix y = SEEDS.at("y").normal(ROWS, 1);
    Matrix some = SEEDS.at("some").normal(ROWS, 5);
    var other = new ScalarMixtures(SEEDS.at("other").normal(ROWS, 6));
    Function<Matrix, Loss> huber = head -> new Huber(0.4).loss(head, y);
    List<Function<Matrix, Loss>> ofMixtures =
        List.of(
            head -> MixtureNll.loss(new ScalarMixtures(head), y),
            head -> MixtureNll.loss(new ScalarMixtures(head), some),
            head -> JensenTsallis.loss(new ScalarMixtures(head), other),
            head -> BatchSummedNll.loss(new ScalarMixtures(head), y));
    return Stream.concat(
        Stream.of(Arguments.of(PLAIN, huber)),
        specs().stream()
            .filter(spec -> spec instanceof MixtureQ.Spec)
            .flatMap(spec -> ofMixtures.stream().map(loss -> Arguments.of(spec, loss))));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void loss_ofTheTakenActions_goesBackToTheWeightsAsFiniteDifferences(
      ValueSpec<?> spec, Function<Matrix, Loss> loss) {
    ActionValues values = built(spec, Networks.JAVA);
    var gradient = new Gradient(values.weights());
    Pass pass = values.forward(OBS);
    Loss ofTaken = loss.apply(TAKEN.pick(pass.value()));
    pass.collect(TAKEN.spread(ofTaken.gradient()), gradient);
    WeightDifferences.assertClose(
        gradient.value(),
        WeightDifferences.gradient(
            () -> loss.apply(TAKEN.pick(values.heads(OBS))).value(), values.weights()));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void backward_nativeNetworks_agreesWithPlainOnes(ValueSpec<?> spec) {
    ActionValues plain = built(spec, Networks.JAVA);
    ActionValues fast = built(spec, Networks.NATIVE);
    assertClose(fast.heads(OBS), plain.heads(OBS), 1e-5);
    Pass expected = plain.forward(OBS);
    Pass pass = fast.forward(OBS);
    Matrix d = SEEDS.at("d").normal(ROWS, expected.value().columns);
    var ofPlain = new Gradient(plain.weights());
    var ofFast = new Gradient(fast.weights());
    assertClose(pass.backward(d, ofFast), expected.backward(d, ofPlain), 1e-5);
    assertThat(ofFast.value()).containsExactly(ofPlain.value(), within(1e-4f));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void heads_ofOneObservation_areThoseOfItsRow(ValueSpec<?> spec) {
    ActionValues values = built(spec, Networks.NATIVE);
    Matrix all = values.heads(OBS);
    for (int i = 0; i < ROWS; i++) {
      assertClose(values.heads(OBS.rows(i, i + 1)), all.rows(i, i + 1), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void over_otherWeights_isTheSameFunctionOfThem(ValueSpec<?> spec) {
    ActionValues values = built(spec, Networks.JAVA);
    var other = new Weights(values.weights().size());
    ActionValues target = values.over(other);
    assertThat(target.weights()).isSameAs(other);
    other.copy(values.weights());
    assertThat(target.heads(OBS)).isEqualTo(values.heads(OBS));
    values.weights().edit()[0] += 0.5f;
    assertThat(target.heads(OBS)).isNotEqualTo(values.heads(OBS));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void gradient_ofOthers_isLeftAlone(ValueSpec<?> spec) {
    ActionValues values = built(spec, Networks.JAVA);
    var ofOthers = new Gradient(new Weights(values.weights().size()));
    Pass pass = values.forward(OBS);
    pass.collect(Matrix.filled(ROWS, pass.value().columns, 1), ofOthers);
    assertThat(ofOthers.value()).containsOnly(0f);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void savedAndRestored_saysTheSame(ValueSpec<?> spec) {
    ActionValues one = built(spec, Networks.JAVA);
    ActionValues other = spec.build(new ValueSite(4, ACTIONS, Networks.JAVA, new Seeds(6)));
    assertThat(other.heads(OBS)).isNotEqualTo(one.heads(OBS));
    MapStore.copy(one, other);
    assertThat(other.heads(OBS)).isEqualTo(one.heads(OBS));
  }

  @Test
  void q_heads_areThoseOfOneNetwork() {
    ActionValues values = built(PLAIN, Networks.JAVA);
    var shape = new Mlp(4, List.of(7, 6), ACTIONS, Activation.TANH);
    assertThat(values.heads(OBS))
        .isEqualTo(Networks.JAVA.of(shape, values.weights(), 0).apply(OBS));
    assertThat(values.values(OBS)).isSameAs(OBS);
  }

  @Test
  void spec_widthZero_isRefusedWithItsValue() {
    assertThatThrownBy(() -> new Q.Spec(List.of(0), Activation.TANH, START, START))
        .hasMessage("hidden must hold widths of at least 1, was [0]");
  }
}
