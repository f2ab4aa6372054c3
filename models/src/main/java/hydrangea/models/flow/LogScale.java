package hydrangea.models.flow;

/** How a coupling keeps its log-scale s within bounds, whatever number the network gives. */
public enum LogScale {
  /** s = tanh(raw): a coupling stretches by no more than e = 2.7. Dinh et al. 2017, section 4. */
  TANH {
    @Override
    double of(double raw) {
      return Math.tanh(raw);
    }

    @Override
    double slope(double s) {
      return 1 - s * s;
    }
  },

  /** s = raw / (1 + |raw| / log 1000): by less than 1000. That of zuko's affine transforms. */
  SOFT_CLIP {
    @Override
    double of(double raw) {
      return raw / (1 + Math.abs(raw) / SOFT_END);
    }

    @Override
    double slope(double s) {
      double root = 1 - Math.abs(s) / SOFT_END;
      return root * root;
    }
  };

  private static final double SOFT_END = Math.log(1000);

  abstract double of(double raw);

  /** ds / draw where it has given s. */
  abstract double slope(double s);
}
