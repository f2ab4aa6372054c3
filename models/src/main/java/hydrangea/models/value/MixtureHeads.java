package hydrangea.models.value;

import hydrangea.models.Matrix;
import hydrangea.models.distribution.ScalarMixtures;

/**
 * From a network's numbers to the heads of mixtures: means times a scale, log-variances clamped and
 * then scaled alike, logits as they are. No gradient flows where a log-variance is outside.
 *
 * @param low of a log-variance, before the scale
 * @param high of a log-variance, before the scale
 */
record MixtureHeads(int components, double low, double high, double scale) {
  /**
   * {@code [B, 3nC]}.
   *
   * @param raw {@code [B, 3nC]}
   */
  Matrix heads(Matrix raw) {
    var heads = new Matrix(raw.rows, raw.columns, raw.data.clone());
    double shift = 2 * Math.log(scale);
    for (int at = 0; at < heads.data.length; at += ScalarMixtures.PARAMETERS * components) {
      for (int k = at; k < at + components; k++) {
        heads.data[k] *= scale;
      }
      for (int k = at + components; k < at + 2 * components; k++) {
        heads.data[k] = shift + Math.max(low, Math.min(high, heads.data[k]));
      }
    }
    return heads;
  }

  /** The gradient of {@code raw}. */
  Matrix back(Matrix raw, Matrix dHeads) {
    var back = new Matrix(raw.rows, raw.columns, dHeads.data.clone());
    for (int at = 0; at < back.data.length; at += ScalarMixtures.PARAMETERS * components) {
      for (int k = at; k < at + components; k++) {
        back.data[k] *= scale;
      }
      for (int k = at + components; k < at + 2 * components; k++) {
        if (raw.data[k] < low || raw.data[k] > high) {
          back.data[k] = 0;
        }
      }
    }
    return back;
  }
}
