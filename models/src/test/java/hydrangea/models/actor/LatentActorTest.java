package hydrangea.models.actor;

import static hydrangea.models.testing.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
  void draw_noisyDecoderOfOneParticle_isSquashedNormalGivenTheLatent() {
    LatentActor actor = ActorSamples.noisyLatent(2, true, 1).build(SITE);
    assertThat(actor.entropyDimensions()).isEqualTo(4);
    int start = ActorSamples.normal().size(3, 2);
    Latent normal = ActorSamples.normal().build(SITE, 2, actor.weights(), 0);
    Matrix z = new Tanh().apply(OBS, normal.sample(OBS, SEEDS));
    var shape = new Mlp(5, List.of(7, 6), 8, Activation.TANH);
    Matrix head = new JavaMlp(shape, actor.weights(), start).apply(Matrix.beside(z, OBS));
    Matrix noise = SEEDS.at("decoder").normal(6, 4);
    LogPass draw = actor.draw(OBS, SEEDS);
    for (int i = 0; i < 6; i++) {
      double log = 0;
      for (int j = 0; j < 4; j++) {
        double std = Math.exp(head.at(i, 4 + j));
        double u = head.at(i, j) + std * noise.at(i, j);
        assertClose(draw.value().at(i, j), Math.tanh(u), 1e-14);
        double slope = 1 - Math.tanh(u) * Math.tanh(u);
        double squares = noise.at(i, j) * noise.at(i, j);
        log -= squares / 2 + Math.log(2 * Math.PI) / 2 + head.at(i, 4 + j) + Math.log(slope);
      }
      assertClose(draw.log().data[i], log, 1e-12);
    }
  }

  /** The marginal by quadrature over u, of which z = tanh(u). */
  @Test
  void score_moreParticles_fallsToTheLogDensityOfTheAction() {
    var site = new Site(3, 1, Networks.JAVA, new Seeds(5));
    Matrix obs = Matrix.repeated(OBS.row(0), 4_000);
    double[] score = new double[3];
    double exact = 0;
    int[] particles = {1, 4, 64};
    for (int k = 0; k < 3; k++) {
      LatentActor actor = ActorSamples.noisyLatent(1, true, particles[k]).build(site);
      float[] weights = actor.weights().edit();
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= 4f; // so that the latent matters
      }
      LogPass draw = actor.draw(obs, SEEDS);
      score[k] = draw.log().mean();
      exact = meanLogMarginal(actor, draw.value());
    }
    assertThat(score[0]).isGreaterThan(score[1] + 0.05);
    assertThat(score[1]).isGreaterThan(score[2] + 0.02);
    assertThat(score[2]).isCloseTo(exact, within(0.02));
  }

  private static double meanLogMarginal(LatentActor actor, Matrix actions) {
    int nodes = 400;
    int start = ActorSamples.normal().size(3, 1);
    Matrix one = OBS.rows(0, 1);
    var latentShape = new Mlp(3, List.of(7, 6), 2, Activation.TANH);
    Matrix latent = new JavaMlp(latentShape, actor.weights(), 0).apply(one);
    double std = Math.exp(Math.max(-5, Math.min(2, latent.at(0, 1))));
    var z = new Matrix(nodes, 1);
    double[] weight = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      double e = -6 + 12.0 * (i + 0.5) / nodes;
      z.data[i] = Math.tanh(latent.at(0, 0) + std * e);
      weight[i] = Math.exp(-e * e / 2) / Math.sqrt(2 * Math.PI) * 12 / nodes;
    }
    var shape = new Mlp(4, List.of(7, 6), 2, Activation.TANH);
    Matrix inputs = Matrix.beside(z, one.stacked(nodes));
    Matrix head = new JavaMlp(shape, actor.weights(), start).apply(inputs);
    double sum = 0;
    for (double a : actions.data) {
      double u = 0.5 * (Math.log1p(a) - Math.log1p(-a));
      double density = 0;
      for (int i = 0; i < nodes; i++) {
        double s = Math.exp(Math.max(-5, Math.min(2, head.at(i, 1))));
        double t = (u - head.at(i, 0)) / s;
        density += weight[i] * Math.exp(-t * t / 2) / (s * Math.sqrt(2 * Math.PI));
      }
      sum += Math.log(density) - Math.log1p(-a * a);
    }
    return sum / actions.rows;
  }

  @Test
  void decoder_noParticles_isRefusedWithItsValue() {
    assertThatThrownBy(() -> new Decoder.Stochastic(0, -5, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("particles must be at least 1, was 0");
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
