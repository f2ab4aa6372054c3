package hydrangea.models.estimation;

/** {@code factor n^exponent}. */
public record PowerLaw(double factor, double exponent) {
  /** By least squares of {@code log y} on {@code log n}, with two different n at least. */
  public static PowerLaw through(double[] n, double[] y) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < n.length; i++) {
      meanX += Math.log(n[i]) / n.length;
      meanY += Math.log(y[i]) / n.length;
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < n.length; i++) {
      double x = Math.log(n[i]) - meanX;
      products += x * Math.log(y[i]);
      squares += x * x;
    }
    double exponent = products / squares;
    return new PowerLaw(Math.exp(meanY - exponent * meanX), exponent);
  }

  public double at(double n) {
    return factor * Math.pow(n, exponent);
  }
}
