package hydrangea.envs.picture;

import java.awt.image.BufferedImage;
import java.util.function.Function;

/**
 * Draws the states of an environment.
 *
 * @param <S> the state
 */
public interface Renderer<S> {
  /** What every picture shows. */
  View view();

  /** How fast an episode is watched. */
  Pace pace();

  void draw(S state, Canvas canvas);

  /** Draws what is seen a {@code share} of the way from a state to the next, in (0, 1]. */
  default void draw(S from, S to, double share, Canvas canvas) {
    draw(to, canvas);
  }

  /** A picture of {@code state}. */
  default BufferedImage render(S state) {
    return render(state, state, 1);
  }

  /** A picture on the way from a state to the next. */
  default BufferedImage render(S from, S to, double share) {
    BufferedImage image =
        new BufferedImage(view().width(), view().height(), BufferedImage.TYPE_INT_RGB);
    try (Canvas canvas = new Canvas(image, view())) {
      draw(from, to, share, canvas);
    }
    return image;
  }

  /** This renderer for states around ours. */
  default <T> Renderer<T> of(Function<T, S> inner) {
    Renderer<S> here = this;
    return new Renderer<>() {
      @Override
      public View view() {
        return here.view();
      }

      @Override
      public Pace pace() {
        return here.pace();
      }

      @Override
      public void draw(T state, Canvas canvas) {
        here.draw(inner.apply(state), canvas);
      }

      @Override
      public void draw(T from, T to, double share, Canvas canvas) {
        here.draw(inner.apply(from), inner.apply(to), share, canvas);
      }
    };
  }
}
