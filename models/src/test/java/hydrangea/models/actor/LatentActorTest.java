package hydrangea.models.actor;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.Tanh;
import hydrangea.models.law.ActorLaws;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.JavaMlp;
import hydrangea.models.nn.Mlp;
import hydrangea.models.nn.Networks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatentActorTest {
  private static final Seeds SEEDS = new Seeds(91);
  private static final Matrix OBS = SEEDS.at("obs").normal(6, 3);
  private static final Site SITE = new Site(3, 4, Networks.JAVA, new Seeds(5));

  @ParameterizedTest
  @CsvSource({"1, true, true", "2, false, true", "4, true, false", "7, false, false"})
  void draw_anyLatentSize_decodesADrawAndKeepsItsLogProbability(
      int latentSize, boolean conditional, boolean squashLatent) {
    LatentActor actor =
        ActorSamples.latent(latentSize, conditional, ActorSamples.normal(), squashLatent)
            .build(SITE);
    assertThat(actor.entropyDimensions()).isEqualTo(latentSize);
    // By hand, over the same weights: the head of the latent first, the decoder behind it.
    int start = ActorSamples.normal().size(3, latentSize);
    Latent normal = ActorSamples.normal().build(SITE, latentSize, actor.weights(), 0);
    LogPass z = normal.draw(OBS, SEEDS);
    z = squashLatent ? z.through(u -> new Tanh().forward(OBS, u)) : z;
    Matrix inputs = conditional ? Matrix.beside(z.value(), OBS) : z.value();
    var shape = new Mlp(inputs.columns, List.of(7, 6), 4, Activation.TANH);
    Matrix decoded = new JavaMlp(shape, actor.weights(), start).apply(inputs);
    LogPass draw = actor.draw(OBS, SEEDS);
    for (int k = 0; k < decoded.data.length; k++) {
      assertClose(draw.value().data[k], Math.tanh(decoded.data[k]), 1e-14);
    }
    assertThat(draw.log()).isEqualTo(z.log());
    assertThat(
            ActorLaws.broken(
                ActorSamples.latent(latentSize, conditional, ActorSamples.normal(), squashLatent),
                SITE))
        .isEmpty();
  }

  @Test
  void logTerm_alone_leavesTheDecoderWithoutGradient() {
    LatentActor actor = ActorSamples.latent(2, true, ActorSamples.normal(), true).build(SITE);
    var gradient = new Gradient(actor.weights());
    actor.draw(OBS, SEEDS).backward(new Matrix(6, 4), Matrix.filled(6, 1, 1), gradient);
    int start = ActorSamples.normal().size(3, 2);
    for (int i = 0; i < gradient.value().length; i++) {
      assertThat(gradient.value()[i] == 0).as("weight %d", i).isEqualTo(i >= start);
    }
  }

  @Test
  void actor_onlyScored_isNoDensity() {
    assertThat(Scored.class).isAssignableFrom(LatentActor.class);
    assertThat(Density.class.isAssignableFrom(LatentActor.class)).isFalse();
  }

  @Test
  void spec_latentSizeZero_isRefusedWithItsValue() {
    assertThatThrownBy(() -> ActorSamples.latent(0, true, ActorSamples.normal(), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("latentSize must be at least 1, was 0");
  }
}
