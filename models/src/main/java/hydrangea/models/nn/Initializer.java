package hydrangea.models.nn;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;

/**
 * How the numbers of one layer start. A {@code gain} multiplies the standard deviation: sqrt(2)
 * suits ReLU, 1 tanh, something small a last layer. The bias starts at zero unless a rule says
 * otherwise.
 */
public sealed interface Initializer {
  /** The weight, {@code [outputs, inputs]}. */
  Matrix weight(int inputs, int outputs, Seeds seeds);

  /** The bias, {@code [1, outputs]}. */
  default Matrix bias(int inputs, int outputs, Seeds seeds) {
    return new Matrix(1, outputs);
  }

  /** A rule of one's own. */
  non-sealed interface Open extends Initializer {}

  /** Weight and bias uniform within 1/sqrt(inputs): what PyTorch's {@code Linear} does. */
  record PyTorch() implements Initializer {
    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      return uniform(outputs, inputs, 1 / Math.sqrt(inputs), seeds);
    }

    @Override
    public Matrix bias(int inputs, int outputs, Seeds seeds) {
      return uniform(1, outputs, 1 / Math.sqrt(inputs), seeds);
    }
  }

  /**
   * Uniform with std = gain / sqrt(inputs).
   *
   * <p>Source: LeCun et al. 1998, section 4.6.
   *
   * @param gain multiplies the standard deviation
   */
  record LecunUniform(double gain) implements Initializer {
    public LecunUniform {
      requireGain(gain);
    }

    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      return uniform(outputs, inputs, gain * Math.sqrt(3.0 / inputs), seeds);
    }
  }

  /**
   * Normal with std = gain / sqrt(inputs).
   *
   * <p>Source: LeCun et al. 1998, section 4.6.
   *
   * @param gain multiplies the standard deviation
   */
  record LecunNormal(double gain) implements Initializer {
    public LecunNormal {
      requireGain(gain);
    }

    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      return normal(outputs, inputs, gain / Math.sqrt(inputs), seeds);
    }
  }

  /**
   * Uniform with std = gain sqrt(2 / (inputs + outputs)).
   *
   * <p>Source: Glorot and Bengio 2010, eq. 16.
   *
   * @param gain multiplies the standard deviation
   */
  record XavierUniform(double gain) implements Initializer {
    public XavierUniform {
      requireGain(gain);
    }

    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      return uniform(outputs, inputs, gain * Math.sqrt(6.0 / (inputs + outputs)), seeds);
    }
  }

  /**
   * Normal with std = gain sqrt(2 / (inputs + outputs)).
   *
   * <p>Source: Glorot and Bengio 2010, eq. 12.
   *
   * @param gain multiplies the standard deviation
   */
  record XavierNormal(double gain) implements Initializer {
    public XavierNormal {
      requireGain(gain);
    }

    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      return normal(outputs, inputs, gain * Math.sqrt(2.0 / (inputs + outputs)), seeds);
    }
  }

  /**
   * Uniform with std = sqrt(2 / inputs), for ReLU.
   *
   * <p>Source: He et al. 2015, eq. 10.
   */
  record KaimingUniform() implements Initializer {
    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      return uniform(outputs, inputs, Math.sqrt(6.0 / inputs), seeds);
    }
  }

  /**
   * Normal with std = sqrt(2 / inputs), for ReLU.
   *
   * <p>Source: He et al. 2015, eq. 10.
   */
  record KaimingNormal() implements Initializer {
    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      return normal(outputs, inputs, Math.sqrt(2.0 / inputs), seeds);
    }
  }

  /**
   * Gain times a random matrix with orthonormal rows, or columns where those are fewer.
   *
   * <p>Source: Saxe et al. 2014.
   *
   * @param gain the length of a row or column
   */
  record Orthogonal(double gain) implements Initializer {
    public Orthogonal {
      requireGain(gain);
    }

    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      boolean wide = outputs <= inputs;
      var frame = seeds.normal(Math.min(inputs, outputs), Math.max(inputs, outputs));
      orthonormalize(frame);
      var weight = new Matrix(outputs, inputs);
      for (int i = 0; i < outputs; i++) {
        for (int j = 0; j < inputs; j++) {
          weight.data[i * inputs + j] = gain * (wide ? frame.at(i, j) : frame.at(j, i));
        }
      }
      return weight;
    }

    /** Gram-Schmidt on the rows, twice: once leaves them orthogonal to a few digits only. */
    private static void orthonormalize(Matrix frame) {
      for (int i = 0; i < frame.rows; i++) {
        for (int j = 0; j < 2 * i; j++) {
          add(frame, i, j % i, -dot(frame, i, j % i));
        }
        add(frame, i, i, 1 / Math.sqrt(dot(frame, i, i)) - 1);
      }
    }

    private static double dot(Matrix frame, int i, int j) {
      double sum = 0;
      for (int k = 0; k < frame.columns; k++) {
        sum += frame.at(i, k) * frame.at(j, k);
      }
      return sum;
    }

    private static void add(Matrix frame, int i, int j, double factor) {
      for (int k = 0; k < frame.columns; k++) {
        frame.data[i * frame.columns + k] += factor * frame.at(j, k);
      }
    }
  }

  private static void requireGain(double gain) {
    if (!(gain >= 0) || Double.isInfinite(gain)) {
      throw new IllegalArgumentException("gain must be finite and not negative: " + gain);
    }
  }

  private static Matrix uniform(int rows, int columns, double bound, Seeds seeds) {
    return scaled(seeds.uniform(rows, columns), 2 * bound, -bound);
  }

  private static Matrix normal(int rows, int columns, double std, Seeds seeds) {
    return scaled(seeds.normal(rows, columns), std, 0);
  }

  private static Matrix scaled(Matrix drawn, double factor, double shift) {
    for (int i = 0; i < drawn.data.length; i++) {
      drawn.data[i] = factor * drawn.data[i] + shift;
    }
    return drawn;
  }
}
