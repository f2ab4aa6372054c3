package hydrangea.models.family;

/** The base of a family by its logarithm, up to a constant: log q and its derivative. */
public interface Base {
  /** {@code log q = 0}: no preference within the support. */
  Base FLAT =
      new Base() {
        @Override
        public double log(double x) {
          return 0;
        }

        @Override
        public double slope(double x) {
          return 0;
        }
      };

  /** log q, for x in the support. */
  double log(double x);

  /** The derivative of log q; 0 where there is none. */
  double slope(double x);
}
