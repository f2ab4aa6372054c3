package hydrangea.models.nn;

import org.hipparchus.special.Erf;

/**
 * What a hidden layer does to each of its numbers, with the two derivatives that a way back needs.
 * All but two are gated, f(x) = x h(x), so f' = h + x h' and f'' = 2 h' + x h''.
 */
public enum Activation {
  /** max(0, x); its derivative at 0 is 0, its second one 0 everywhere. */
  RELU {
    @Override
    public double value(double x) {
      return Math.max(0, x);
    }

    @Override
    public double derivative(double x) {
      return x > 0 ? 1 : 0;
    }

    @Override
    public double second(double x) {
      return 0;
    }
  },

  /** x / (1 + exp(-x)), also called swish. Elfwing, Uchibe and Doya 2018, eq. 5. */
  SILU {
    @Override
    public double value(double x) {
      return x * sigmoid(x);
    }

    @Override
    public double derivative(double x) {
      double h = sigmoid(x);
      return h + x * h * (1 - h);
    }

    @Override
    public double second(double x) {
      double h = sigmoid(x);
      return h * (1 - h) * (2 + x * (1 - 2 * h));
    }
  },

  /** x Phi(x) with the normal distribution function. Hendrycks and Gimpel 2016, section 2. */
  GELU {
    @Override
    public double value(double x) {
      return x * phi(x);
    }

    @Override
    public double derivative(double x) {
      return phi(x) + x * density(x);
    }

    @Override
    public double second(double x) {
      return (2 - x * x) * density(x);
    }

    private double phi(double x) {
      return Erf.erfc(-x / Math.sqrt(2)) / 2;
    }

    private double density(double x) {
      return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
  },

  /** GELU's approximation x sigmoid(2 sqrt(2/pi) (x + .044715 x^3)). Ibid.; JAX's default. */
  GELU_TANH {
    @Override
    public double value(double x) {
      return x * sigmoid(GELU_LINEAR * x + GELU_CUBIC * x * x * x);
    }

    @Override
    public double derivative(double x) {
      double h = sigmoid(GELU_LINEAR * x + GELU_CUBIC * x * x * x);
      return h + x * h * (1 - h) * (GELU_LINEAR + 3 * GELU_CUBIC * x * x);
    }

    @Override
    public double second(double x) {
      double h = sigmoid(GELU_LINEAR * x + GELU_CUBIC * x * x * x);
      double slope = GELU_LINEAR + 3 * GELU_CUBIC * x * x;
      return h * (1 - h) * (slope * (2 + x * (1 - 2 * h) * slope) + 6 * GELU_CUBIC * x * x);
    }
  },

  TANH {
    @Override
    public double value(double x) {
      return Math.tanh(x);
    }

    @Override
    public double derivative(double x) {
      double y = Math.tanh(x);
      return 1 - y * y;
    }

    @Override
    public double second(double x) {
      double y = Math.tanh(x);
      return -2 * y * (1 - y * y);
    }
  },

  /** x tanh(log(1 + exp(x))). Misra 2019, eq. 1. */
  MISH {
    @Override
    public double value(double x) {
      return x * gate(x);
    }

    @Override
    public double derivative(double x) {
      double h = gate(x);
      return h + x * (1 - h * h) * sigmoid(x);
    }

    @Override
    public double second(double x) {
      double h = gate(x);
      double s = sigmoid(x);
      return (1 - h * h) * s * (2 + x * (1 - s - 2 * h * s));
    }

    private double gate(double x) {
      return Math.tanh(x > 30 ? x : Math.log1p(Math.exp(x)));
    }
  };

  static final double GELU_LINEAR = 2 * Math.sqrt(2 / Math.PI);
  static final double GELU_CUBIC = 0.044715 * GELU_LINEAR;

  public abstract double value(double x);

  public abstract double derivative(double x);

  public abstract double second(double x);

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
