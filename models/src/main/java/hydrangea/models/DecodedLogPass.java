package hydrangea.models;

/** The value of {@code decoder} after {@code latent}, beside the log term of the latter. */
record DecodedLogPass(LogPass latent, Pass decoder) implements LogPass {
  @Override
  public Matrix value() {
    return decoder.value();
  }

  @Override
  public Matrix log() {
    return latent.log();
  }

  @Override
  public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
    return latent.backward(decoder.backward(dValue, into), dLog, into);
  }

  @Override
  public void collect(Matrix dValue, Matrix dLog, Gradient into) {
    latent.collect(decoder.backward(dValue, into), dLog, into);
  }
}
