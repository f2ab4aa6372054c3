package hydrangea.models.rollout;

import hydrangea.envs.Environment;
import hydrangea.envs.picture.Pace;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * An episode to be looked at: its states are kept, and a picture is drawn when it is asked for.
 *
 * @param size how many pictures: the start, then those of every step
 * @param undiscounted the episode's return
 */
public record Film(
    View view, Pace pace, int size, double undiscounted, IntFunction<BufferedImage> pictures) {

  /**
   * Plays one episode in {@code environment}, which stays the caller's to close; the same seeds
   * give the same start. Nothing where the environment has nothing to see.
   *
   * @param beside what is drawn beside each state, given all observations of the episode
   */
  public static Optional<Film> of(
      Environment<?> environment, Behaviour behaviour, Seeds seeds, Beside beside) {
    return played(environment, behaviour, seeds, beside);
  }

  /** What else there is to see: pictures by the step, of the observations {@code [T + 1, S]}. */
  @FunctionalInterface
  public interface Beside {
    Optional<Renderer<Integer>> of(Matrix observations);
  }

  public BufferedImage picture(int index) {
    return pictures.apply(index);
  }

  private static <S> Optional<Film> played(
      Environment<S> environment, Behaviour behaviour, Seeds seeds, Beside beside) {
    return environment
        .renderer()
        .map(
            renderer -> {
              Episode<S> episode = Episode.play(environment, behaviour, seeds);
              Film film = of(episode, renderer);
              return beside.of(episode.observations()).map(film::with).orElse(film);
            });
  }

  private static <S> Film of(Episode<S> episode, Renderer<S> renderer) {
    List<S> states = episode.states();
    Pace pace = renderer.pace();
    int each = pace.picturesPerStep();
    return new Film(
        renderer.view(),
        pace,
        1 + (states.size() - 1) * each,
        episode.undiscounted(),
        index -> {
          S to = states.get(step(index, each));
          S from = states.get(Math.max(0, index - 1) / each);
          return index == 0
              ? renderer.render(to)
              : renderer.render(from, to, ((index - 1) % each + 1) / (double) each);
        });
  }

  private static int step(int index, int each) {
    return (index + each - 1) / each;
  }

  private Film with(Renderer<Integer> other) {
    int right = other.view().width();
    int height = Math.max(view.height(), other.view().height());
    var both = new View(view.width() + right, height, view.scale(), view.left(), view.bottom());
    return new Film(
        both,
        pace,
        size,
        undiscounted,
        index -> {
          var image = new BufferedImage(both.width(), height, BufferedImage.TYPE_INT_RGB);
          Graphics2D graphics = image.createGraphics();
          graphics.setColor(Color.WHITE);
          graphics.fillRect(0, 0, both.width(), height);
          graphics.drawImage(picture(index), 0, 0, null);
          int step = step(index, pace.picturesPerStep());
          graphics.drawImage(other.render(step), view.width(), 0, null);
          graphics.dispose();
          return image;
        });
  }
}
