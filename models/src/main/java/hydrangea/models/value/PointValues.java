package hydrangea.models.value;

import hydrangea.models.Matrix;

/** Values alone: each head is one number, Q(s, a). */
public interface PointValues extends ActionValues {
  @Override
  default Matrix values(Matrix heads) {
    return heads;
  }
}
