package hydrangea.models.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hydrangea.envs.Box;
import hydrangea.envs.Environment;
import hydrangea.envs.Step;
import hydrangea.envs.picture.Canvas;
import hydrangea.envs.picture.Pace;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Films and returns of an environment whose episodes can be counted on the fingers. */
final class FilmTest {
  private static final Seeds SEEDS = new Seeds(3).at("film");
  private static final Film.Beside NOTHING = obs -> Optional.empty();
  private static final Behaviour TWO = (obs, step) -> twos(obs.rows);

  @Test
  void film_ofTwoSteps_showsTheWayBetweenItsStates() {
    Film film = Film.of(new Walk(4, true), TWO, SEEDS, NOTHING).orElseThrow();

    assertThat(film.size()).isEqualTo(1 + 2 * 4);
    assertThat(film.undiscounted()).isEqualTo(2 + 4);
    assertThat(film.pace()).isEqualTo(new Pace(20, 4));
    assertThat(IntStream.range(0, film.size()).mapToObj(i -> position(film.picture(i))))
        .containsExactly(0, 5, 10, 15, 20, 25, 30, 35, 40);
  }

  @Test
  void film_ofAnEnvironmentWithoutARenderer_isNone() {
    assertThat(Film.of(new Walk(4, false), TWO, SEEDS, NOTHING)).isEmpty();
  }

  @Test
  void film_withSomethingBeside_showsItByTheObservationOfEachPicture() {
    Film.Beside beside = obs -> Optional.of(new Post().of(step -> obs.at(step, 0) / 2));
    Film film = Film.of(new Walk(4, true), TWO, SEEDS, beside).orElseThrow();

    assertThat(film.view().width()).isEqualTo(128);
    assertThat(film.picture(0).getWidth()).isEqualTo(128);
    assertThat(IntStream.range(0, film.size()).mapToObj(i -> position(film.picture(i))))
        .containsExactly(0, 5, 10, 15, 20, 25, 30, 35, 40);
    assertThat(
            IntStream.range(0, film.size())
                .mapToObj(i -> position(film.picture(i).getSubimage(64, 0, 64, 4))))
        .containsExactly(0, 10, 10, 10, 10, 20, 20, 20, 20);
  }

  /** Of the returns 2, 2 + 4 and 2 + 4 + 6: mean 20 / 3, square mean 184 / 3. */
  @Test
  void returns_ofThreeEnvironments_areTheirStatistics() {
    var count = new AtomicInteger();

    Returns returns = Returns.of(() -> new Walk(2 * count.incrementAndGet(), false), TWO, 3, SEEDS);

    assertThat(returns.mean()).isCloseTo(20 / 3., within(1e-12));
    assertThat(returns.std()).isCloseTo(Math.sqrt(184 / 3. - 400 / 9.), within(1e-12));
    assertThat(returns.min()).isEqualTo(2);
    assertThat(returns.max()).isEqualTo(12);
    assertThat(returns.length()).isCloseTo(2, within(1e-12));
  }

  private static Matrix twos(int rows) {
    return Matrix.column(IntStream.range(0, rows).mapToDouble(i -> 2).toArray());
  }

  private static int position(BufferedImage picture) {
    return IntStream.range(0, picture.getWidth())
        .filter(x -> picture.getRGB(x, 1) == Color.BLACK.getRGB())
        .findFirst()
        .orElseThrow();
  }

  /** From 0 to {@code end} by the actions; the reward is where a step leads. */
  private record Walk(double end, boolean visible) implements Environment<Double> {
    @Override
    public Box observationSpace() {
      return Box.symmetric(100);
    }

    @Override
    public Box actionSpace() {
      return Box.symmetric(5);
    }

    @Override
    public Double reset(RandomGenerator random) {
      return 0.0;
    }

    @Override
    public Step<Double> step(Double x, double[] action, RandomGenerator random) {
      double next = x + action[0];
      return new Step<>(next, next, next >= end, false);
    }

    @Override
    public double[] observe(Double x) {
      return new double[] {x};
    }

    @Override
    public Optional<Renderer<Double>> renderer() {
      return visible ? Optional.of(new Post()) : Optional.empty();
    }
  }

  /** A post ten pixels wide for every unit. */
  private record Post() implements Renderer<Double> {
    @Override
    public View view() {
      return new View(64, 4, 10, 0, 0);
    }

    @Override
    public Pace pace() {
      return new Pace(20, 4);
    }

    @Override
    public void draw(Double x, Canvas canvas) {
      canvas.polygon(Color.BLACK, List.of(x, 0., x + 1, 0., x + 1, 1., x, 1.));
    }

    @Override
    public void draw(Double from, Double to, double share, Canvas canvas) {
      draw(from + share * (to - from), canvas);
    }
  }
}
