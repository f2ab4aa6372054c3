package hydrangea.models.law;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.LogDensity;
import hydrangea.models.Matrix;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.actor.ActorSamples;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.nn.Networks;
import hydrangea.models.target.GaussianMixture;
import hydrangea.models.target.KnownDensity;
import hydrangea.models.target.Sampled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LawsTest {
  static List<ActorSpec<?>> actors() {
    return ActorSamples.all();
  }

  @ParameterizedTest
  @MethodSource("actors")
  void actorLaws_everyEntry_holds(ActorSpec<?> spec) {
    assertThat(ActorLaws.broken(spec, ActorSamples.site(spec, Networks.JAVA, 5))).isEmpty();
  }

  @Test
  void targetLaws_gaussianMixture_hold() {
    var means = List.of(List.of(0.0, 0.5, 0.1), List.of(-0.5, -0.5, 0.3));
    var spec = new GaussianMixture.Spec(means, List.of(0.2, 0.3), List.of(1.0, 2.0));
    assertThat(TargetLaws.broken(spec.build())).isEmpty();
  }

  @Test
  void targetLaws_wrongScore_isNamed() {
    assertThat(TargetLaws.broken(new Wrong(2, false)))
        .singleElement()
        .asString()
        .startsWith("the score of logDensity is");
    assertThat(TargetLaws.broken(new Wrong(1, false))).isEmpty();
  }

  @Test
  void targetLaws_deafToSeeds_isNamed() {
    assertThat(TargetLaws.broken(new Wrong(1, true)))
        .containsExactly("sample gave the same set for different seeds: draw from the seeds");
  }

  /**
   * A standard normal whose score is off by a factor, or which draws the same whatever the seeds.
   */
  private record Wrong(double factor, boolean deaf) implements Sampled, KnownDensity {
    @Override
    public int width() {
      return 2;
    }

    @Override
    public Matrix sample(int n, Seeds seeds) {
      return deaf ? new Seeds(0).normal(n, 2) : seeds.normal(n, 2);
    }

    @Override
    public Pass logDensity(Matrix obs, Matrix x) {
      var log = new Matrix(x.rows, 1);
      var score = new Matrix(x.rows, 2);
      for (int i = 0; i < x.data.length; i++) {
        log.data[i / 2] -= x.data[i] * x.data[i] / 2;
        score.data[i] = -factor * x.data[i];
      }
      return LogDensity.scored(log, score);
    }
  }
}
