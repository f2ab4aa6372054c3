package hydrangea.models.nn;

import hydrangea.models.Matrix;

/**
 * Sines and cosines, sin(w_1 t), cos(w_1 t), sin(w_2 t), ..., perhaps with t itself before them.
 */
final class Waves implements TimeFeatures {
  private final boolean raw;
  private final double[] frequencies;

  Waves(boolean raw, double... frequencies) {
    this.raw = raw;
    this.frequencies = frequencies;
  }

  @Override
  public int size() {
    return (raw ? 1 : 0) + 2 * frequencies.length;
  }

  @Override
  public Matrix of(Matrix t) {
    var features = new Matrix(t.rows, size());
    int at = 0;
    for (double time : t.data) {
      if (raw) {
        features.data[at++] = time;
      }
      for (double w : frequencies) {
        features.data[at++] = Math.sin(w * time);
        features.data[at++] = Math.cos(w * time);
      }
    }
    return features;
  }

  @Override
  public Matrix derivative(Matrix t) {
    var features = new Matrix(t.rows, size());
    int at = 0;
    for (double time : t.data) {
      if (raw) {
        features.data[at++] = 1;
      }
      for (double w : frequencies) {
        features.data[at++] = w * Math.cos(w * time);
        features.data[at++] = -w * Math.sin(w * time);
      }
    }
    return features;
  }
}
