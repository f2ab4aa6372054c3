package hydrangea.models.target;

import hydrangea.models.Matrix;

/** A target made of separate round modes, so that samples can be counted by mode. */
public interface Modal extends Target {
  /** {@code [K, width]}. */
  Matrix means();

  /** The standard deviation of every mode, {@code [K]}. */
  double[] stds();
}
