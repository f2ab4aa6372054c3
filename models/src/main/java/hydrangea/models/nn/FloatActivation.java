package hydrangea.models.nn;

import java.util.Arrays;

/**
 * {@link Activation} on blocks of floats: value and slope in one sweep. Every loop is so plain (no
 * branch, no library call) and so short that the JVM turns it into vector instructions, about 1 ns
 * a number, where native code needs six operations with their arrays. A longer loop stays as it is,
 * ten times slower (C2 unrolls up to 60 of its nodes): measure with {@code bench --activation}.
 *
 * <p>exp and erf are therefore rational functions, those of Eigen and XLA for floats: within a few
 * units in the last place of max(1, |x|), and exactly saturated far out.
 */
enum FloatActivation {
  RELU {
    @Override
    void bend(float[] z, float[] y, float[] slope) {
      for (int i = 0; i < z.length; i++) {
        float value = Math.max(0, z[i]);
        y[i] = value;
        slope[i] = Math.min(1, value * HUGE); // 1, and 0 where value is
      }
    }

    @Override
    boolean valueTellsSlope() {
      return true;
    }

    @Override
    void value(float[] z, float[] y) {
      for (int i = 0; i < z.length; i++) {
        y[i] = 0.5f * z[i] + 0.5f * Math.abs(z[i]); // Math.max is seven instructions
      }
    }

    @Override
    void back(float[] y, float[] d) {
      for (int i = 0; i < d.length; i++) {
        d[i] *= Math.min(1, y[i] * HUGE);
      }
    }

    @Override
    void second(float[] z, float[] bow) {
      Arrays.fill(bow, 0);
    }
  },

  SILU {
    @Override
    void bend(float[] z, float[] y, float[] slope) {
      for (int i = 0; i < z.length; i++) {
        float x = z[i];
        float gate = sigmoid(x);
        float value = x * gate;
        y[i] = value;
        slope[i] = gate + value * (1 - gate);
      }
    }

    @Override
    void second(float[] z, float[] bow) {
      for (int i = 0; i < z.length; i++) {
        float x = z[i];
        float gate = sigmoid(x);
        bow[i] = gate * (1 - gate) * (2 + x * (1 - 2 * gate));
      }
    }
  },

  GELU {
    @Override
    void bend(float[] z, float[] y, float[] slope) {
      for (int i = 0; i < z.length; i++) {
        float near = clamped(z[i], NORMAL_END);
        slope[i] = near * density(near);
      }
      for (int i = 0; i < z.length; i++) {
        float x = z[i];
        float gate = 0.5f + 0.5f * erf(ROOT_HALF * x);
        y[i] = x * gate;
        slope[i] += gate;
      }
    }

    @Override
    void second(float[] z, float[] bow) {
      for (int i = 0; i < z.length; i++) {
        float near = clamped(z[i], NORMAL_END);
        bow[i] = (2 - near * near) * density(near);
      }
    }
  },

  GELU_TANH {
    @Override
    void bend(float[] z, float[] y, float[] slope) {
      cubicGate(z, y);
      for (int i = 0; i < z.length; i++) {
        float near = clamped(z[i], CUBIC_END);
        float gate = y[i];
        float steep = near * (LINEAR + 3 * CUBIC * near * near);
        y[i] = z[i] * gate;
        slope[i] = gate + steep * gate * (1 - gate);
      }
    }

    @Override
    void second(float[] z, float[] bow) {
      cubicGate(z, bow);
      for (int i = 0; i < z.length; i++) {
        float near = clamped(z[i], CUBIC_END);
        float square = near * near;
        float gate = bow[i];
        float steep = LINEAR + 3 * CUBIC * square;
        float bent = steep * (2 + near * (1 - 2 * gate) * steep) + 6 * CUBIC * square;
        bow[i] = gate * (1 - gate) * bent;
      }
    }

    private void cubicGate(float[] z, float[] gate) {
      for (int i = 0; i < z.length; i++) {
        float near = clamped(z[i], CUBIC_END);
        gate[i] = sigmoid(near * (LINEAR + CUBIC * near * near));
      }
    }
  },

  TANH {
    @Override
    void bend(float[] z, float[] y, float[] slope) {
      for (int i = 0; i < z.length; i++) {
        float value = tanh(z[i]);
        y[i] = value;
        slope[i] = 1 - value * value;
      }
    }

    @Override
    boolean valueTellsSlope() {
      return true;
    }

    @Override
    void value(float[] z, float[] y) {
      for (int i = 0; i < z.length; i++) {
        y[i] = tanh(z[i]);
      }
    }

    @Override
    void back(float[] y, float[] d) {
      for (int i = 0; i < d.length; i++) {
        d[i] *= 1 - y[i] * y[i];
      }
    }

    @Override
    void second(float[] z, float[] bow) {
      for (int i = 0; i < z.length; i++) {
        float value = tanh(z[i]);
        bow[i] = -2 * value * (1 - value * value);
      }
    }
  },

  /** With s = sigmoid(x) and r = 1 - s: tanh(log(1 + exp(x))) = s (1 + r) / (1 + r^2). */
  MISH {
    @Override
    void bend(float[] z, float[] y, float[] slope) {
      sigmoids(z, y);
      for (int i = 0; i < z.length; i++) {
        float s = y[i];
        float r = 1 - s;
        float gate = s * (1 + r) / (1 + r * r);
        y[i] = z[i] * gate;
        slope[i] = gate + z[i] * (1 - gate * gate) * s;
      }
    }

    @Override
    void second(float[] z, float[] bow) {
      sigmoids(z, bow);
      for (int i = 0; i < z.length; i++) {
        float s = bow[i];
        float r = 1 - s;
        float gate = s * (1 + r) / (1 + r * r);
        float bent = (1 - gate * gate) * s;
        bow[i] = 2 * bent + bent * z[i] * (1 - s - 2 * gate * s);
      }
    }

    private void sigmoids(float[] z, float[] s) {
      for (int i = 0; i < z.length; i++) {
        s[i] = sigmoid(z[i]);
      }
    }
  };

  private static final float HUGE = 1e38f; // times any number above the denormals it is above 1
  private static final float LINEAR = (float) Activation.GELU_LINEAR;
  private static final float CUBIC = (float) Activation.GELU_CUBIC;
  private static final float ROOT_HALF = (float) Math.sqrt(0.5);
  private static final float NORMAL_PEAK = (float) (1 / Math.sqrt(2 * Math.PI));

  /** Where tanh is 1 in floats, and where erf is; there the rational functions are, too. */
  private static final float TANH_END = 7.905311f;

  private static final float ERF_END = 4;
  private static final float NORMAL_END = 5.66f; // a little beyond sqrt(2) times that

  /** Far beyond where the gate of GELU_TANH is 0 or 1, and cubes are still finite. */
  private static final float CUBIC_END = 16;

  static FloatActivation of(Activation kind) {
    return valueOf(kind.name());
  }

  /** y = f(z) and slope = f'(z). */
  abstract void bend(float[] z, float[] y, float[] slope);

  /** Whether f'(z) follows from f(z), so that nobody needs to keep it. */
  boolean valueTellsSlope() {
    return false;
  }

  /** y = f(z), if that {@link #valueTellsSlope}. */
  void value(float[] z, float[] y) {
    throw new UnsupportedOperationException(this + " has several slopes at one value");
  }

  /** d = f'(z) d where y = f(z), if that {@link #valueTellsSlope}. */
  void back(float[] y, float[] d) {
    throw new UnsupportedOperationException(this + " has several slopes at one value");
  }

  /** bow = f''(z). */
  abstract void second(float[] z, float[] bow);

  private static float clamped(float x, float end) {
    return Math.max(-end, Math.min(end, x));
  }

  private static float sigmoid(float x) {
    return 0.5f + 0.5f * tanh(0.5f * x);
  }

  /** Odd polynomial of degree 13 over an even one of degree 6: Eigen's generic_fast_tanh_float. */
  private static float tanh(float x) {
    float c = clamped(x, TANH_END);
    float q = c * c;
    float over = -2.7607684e-16f;
    over = over * q + 2.000188e-13f;
    over = over * q - 8.604672e-11f;
    over = over * q + 5.1222973e-8f;
    over = over * q + 1.48572235e-5f;
    over = over * q + 6.3726195e-4f;
    over = over * q + 4.8935246e-3f;
    float under = 1.1982584e-6f;
    under = under * q + 1.1853471e-4f;
    under = under * q + 2.2684347e-3f;
    under = under * q + 4.893525e-3f;
    return c * over / under;
  }

  /** Odd polynomial of degree 13 over an even one of degree 8: XLA's erf for floats. */
  private static float erf(float x) {
    float c = clamped(x, ERF_END);
    float q = c * c;
    float over = -2.7261424e-10f;
    over = over * q + 2.7706815e-8f;
    over = over * q - 2.101024e-6f;
    over = over * q - 5.6925062e-5f;
    over = over * q - 7.3499064e-4f;
    over = over * q - 2.9546e-3f;
    over = over * q - 0.016096033f;
    float under = -1.45660715e-5f;
    under = under * q - 2.1337405e-4f;
    under = under * q - 1.682827e-3f;
    under = under * q - 7.3733293e-3f;
    under = under * q - 0.014264739f;
    return c * over / under;
  }

  /**
   * exp(-x^2 / 2) / sqrt(2 pi) up to {@link #NORMAL_END}: the 16th power of exp(-v), v = x^2 / 32
   * in [0, 1], by the Taylor series about 1/2.
   */
  private static float density(float x) {
    float w = 0.5f - x * x / 32;
    float power = 1f / 5040;
    power = power * w + 1f / 720;
    power = power * w + 1f / 120;
    power = power * w + 1f / 24;
    power = power * w + 1f / 6;
    power = power * w + 0.5f;
    power = power * w + 1;
    power = power * w + 1;
    power *= 0.60653067f; // exp(-1/2)
    power *= power;
    power *= power;
    power *= power;
    power *= power;
    return NORMAL_PEAK * power;
  }
}
