package hydrangea.models;

/** {@code second} after {@code first}: the value of the second, the sum of both log terms. */
record ChainedLogPass(LogPass first, LogPass second, Matrix log) implements LogPass {
  ChainedLogPass(LogPass first, LogPass second) {
    this(first, second, new Matrix(first.log().rows, 1));
    for (int i = 0; i < log.rows; i++) {
      log.data[i] = first.log().data[i] + second.log().data[i];
    }
  }

  @Override
  public Matrix value() {
    return second.value();
  }

  @Override
  public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
    return first.backward(second.backward(dValue, dLog, into), dLog, into);
  }

  @Override
  public void collect(Matrix dValue, Matrix dLog, Gradient into) {
    first.collect(second.backward(dValue, dLog, into), dLog, into);
  }
}
