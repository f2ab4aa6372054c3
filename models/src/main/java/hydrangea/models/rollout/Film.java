package hydrangea.models.rollout;

import hydrangea.envs.Environment;
import hydrangea.envs.Step;
import hydrangea.envs.picture.Pace;
import hydrangea.envs.picture.Renderer;
import hydrangea.envs.picture.View;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
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
   */
  public static Optional<Film> of(Environment<?> environment, Behaviour behaviour, Seeds seeds) {
    return played(environment, behaviour, seeds);
  }

  public BufferedImage picture(int index) {
    return pictures.apply(index);
  }

  private static <S> Optional<Film> played(
      Environment<S> environment, Behaviour behaviour, Seeds seeds) {
    return environment.renderer().map(renderer -> played(environment, renderer, behaviour, seeds));
  }

  private static <S> Film played(
      Environment<S> environment, Renderer<S> renderer, Behaviour behaviour, Seeds seeds) {
    var random = seeds.generator();
    S state = environment.reset(random);
    var states = new ArrayList<>(List.of(state));
    double sum = 0;
    for (boolean done = false; !done; ) {
      Matrix obs = Matrix.of(environment.observe(state));
      double[] action = behaviour.act(obs, states.size() - 1).row(0);
      Step<S> step = environment.step(state, action, random);
      state = step.state();
      states.add(state);
      sum += step.reward();
      done = step.done();
    }
    return of(states, renderer, sum);
  }

  private static <S> Film of(List<S> states, Renderer<S> renderer, double undiscounted) {
    Pace pace = renderer.pace();
    int each = pace.picturesPerStep();
    return new Film(
        renderer.view(),
        pace,
        1 + (states.size() - 1) * each,
        undiscounted,
        index -> {
          S to = states.get((index + each - 1) / each);
          S from = states.get(Math.max(0, index - 1) / each);
          return index == 0
              ? renderer.render(to)
              : renderer.render(from, to, ((index - 1) % each + 1) / (double) each);
        });
  }
}
