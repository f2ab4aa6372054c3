package hydrangea.models;

/** A log-density beside its score. */
record ScoredLogDensity(Matrix value, Matrix score) implements Pass {
  @Override
  public Matrix backward(Matrix dValue, Gradient into) {
    var dx = new Matrix(score.rows, score.columns);
    for (int i = 0; i < dx.data.length; i++) {
      dx.data[i] = dValue.data[i / score.columns] * score.data[i];
    }
    return dx;
  }
}
