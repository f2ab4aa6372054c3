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

  void draw(S state, Canvas canvas);

  /** A picture of {@code state}. */
  default BufferedImage render(S state) {
    BufferedImage image =
        new BufferedImage(view().width(), view().height(), BufferedImage.TYPE_INT_RGB);
    try (Canvas canvas = new Canvas(image, view())) {
      draw(state, canvas);
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
      public void draw(T state, Canvas canvas) {
        here.draw(inner.apply(state), canvas);
      }
    };
  }
}
