package hydrangea.models.value;

import hydrangea.models.Matrix;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import java.util.ArrayList;
import java.util.List;

/** Values alone: each head is one number, Q(s, a). */
public interface PointValues extends ActionValues {
  @Override
  default Matrix values(Matrix heads) {
    return heads;
  }

  /** A curve for each action. */
  @Override
  default Figure along(Matrix heads, Matrix returns) {
    List<Layer> curves = new ArrayList<>();
    for (int a = 0; a < actions(); a++) {
      curves.add(new Layer.Curve("action " + a, Along.curve(heads.columns(a, a + 1))));
    }
    curves.add(new Layer.Curve(Along.CAME, Along.curve(returns)));
    return new Figure.Chart("values", Along.STEP, Along.RETURN, new Bounds.Fit(), curves);
  }
}
