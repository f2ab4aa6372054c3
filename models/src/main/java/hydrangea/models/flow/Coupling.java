package hydrangea.models.flow;

import hydrangea.models.Bijection;
import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Mlp;
import java.util.List;

/**
 * RealNVP's affine coupling with the features reversed after it. Of data x = [a, b], where a has
 * floor(A / 2) entries, a network makes [s, t] = f(a, obs), and
 *
 * <pre>
 * base = reversed [a, b exp(s) + t],   log|d base / d data| = sum s
 * </pre>
 *
 * so that the next coupling changes what this one has kept. Whatever A is: with A = 1 nothing is
 * kept, and the map is affine with numbers that hang on the observation alone.
 *
 * <p>Source: Dinh et al. 2017, Density estimation using Real NVP, arXiv 1605.08803, equations 6 to
 * 8.
 */
public final class Coupling implements Bijection {
  private final Network network;
  private final int dimensions;
  private final int kept;
  private final boolean conditional;
  private final LogScale scale;

  /**
   * Over a network of {@link #shape}.
   *
   * @param dimensions A
   * @param conditional whether the network sees the observation
   */
  public Coupling(Network network, int dimensions, boolean conditional, LogScale scale) {
    this.network = network;
    this.dimensions = dimensions;
    this.kept = dimensions / 2;
    this.conditional = conditional;
    this.scale = scale;
  }

  /**
   * [a, obs] to [s, t]. Where there is neither, one input: it is 1.
   *
   * @param condition how many numbers of an observation the network sees
   */
  public static Mlp shape(
      int dimensions, int condition, List<Integer> hidden, Activation activation) {
    int kept = dimensions / 2;
    return new Mlp(Math.max(1, kept + condition), hidden, 2 * (dimensions - kept), activation);
  }

  @Override
  public LogPass forward(Matrix obs, Matrix base) {
    Matrix inputs = inputs(obs, base, true);
    return new Way(network.forward(inputs), base, true);
  }

  @Override
  public Matrix apply(Matrix obs, Matrix base) {
    Matrix heads = network.apply(inputs(obs, base, true));
    return new Affine(heads, base, true).value;
  }

  @Override
  public LogPass inverse(Matrix obs, Matrix data) {
    Matrix inputs = inputs(obs, data, false);
    return new Way(network.forward(inputs), data, false);
  }

  private Matrix inputs(Matrix obs, Matrix x, boolean toData) {
    Check.require(
        x.columns == dimensions,
        () -> "a coupling of %d dimensions was given %d".formatted(dimensions, x.columns));
    int condition = conditional ? obs.columns : 0;
    if (kept + condition == 0) {
      return Matrix.filled(x.rows, 1, 1);
    }
    var inputs = new Matrix(x.rows, kept + condition);
    for (int i = 0; i < x.rows; i++) {
      for (int j = 0; j < kept; j++) {
        inputs.data[i * inputs.columns + j] = x.data[place(i, j, toData)];
      }
      if (conditional) {
        System.arraycopy(
            obs.data, i * condition, inputs.data, i * inputs.columns + kept, condition);
      }
    }
    return inputs;
  }

  /** Where entry {@code j} of [a, b] stands: on the base's side they are reversed. */
  private int place(int row, int j, boolean reversed) {
    return row * dimensions + (reversed ? dimensions - 1 - j : j);
  }

  /** y = b exp(s) + t toward the base, y = (b - t) exp(-s) toward the data, and a as it is. */
  private final class Affine {
    private final boolean toData;
    private final Matrix value;
    private final Matrix log;
    private final Matrix s;
    private final Matrix slope; // dy / db = exp(s) or exp(-s)

    Affine(Matrix heads, Matrix x, boolean toData) {
      this.toData = toData;
      int changed = dimensions - kept;
      value = new Matrix(x.rows, dimensions);
      log = new Matrix(x.rows, 1);
      s = new Matrix(x.rows, changed);
      slope = new Matrix(x.rows, changed);
      for (int i = 0, k = 0; i < x.rows; i++) {
        for (int j = 0; j < kept; j++) {
          value.data[place(i, j, !toData)] = x.data[place(i, j, toData)];
        }
        for (int j = 0; j < changed; j++, k++) {
          double t = heads.data[2 * i * changed + changed + j];
          double b = x.data[place(i, kept + j, toData)];
          s.data[k] = scale.of(heads.data[2 * i * changed + j]);
          slope.data[k] = Math.exp(toData ? -s.data[k] : s.data[k]);
          double y = toData ? (b - t) * slope.data[k] : b * slope.data[k] + t;
          value.data[place(i, kept + j, !toData)] = y;
          log.data[i] += s.data[k];
        }
      }
    }

    /** The gradient of the heads, [ds raw, dt], given that of the value and of sum s. */
    Matrix backToHeads(Matrix heads, Matrix dValue, Matrix dLog) {
      int changed = dimensions - kept;
      var back = new Matrix(heads.rows, heads.columns);
      for (int i = 0, k = 0; i < heads.rows; i++) {
        for (int j = 0; j < changed; j++, k++) {
          int at = 2 * i * changed + j;
          int place = place(i, kept + j, !toData);
          double dy = dValue.data[place];
          double y = value.data[place];
          double t = heads.data[at + changed];
          double ds = dLog.data[i] + dy * (toData ? -y : y - t);
          back.data[at] = ds * scale.slope(s.data[k]);
          back.data[at + changed] = toData ? -dy * slope.data[k] : dy;
        }
      }
      return back;
    }

    /** The gradient of what went in, given that of the value and of the network's inputs. */
    Matrix backToInput(Matrix dValue, Matrix dInputs) {
      var back = new Matrix(dValue.rows, dimensions);
      for (int i = 0, k = 0; i < dValue.rows; i++) {
        for (int j = 0; j < kept; j++) {
          back.data[place(i, j, toData)] =
              dValue.data[place(i, j, !toData)] + dInputs.data[i * dInputs.columns + j];
        }
        for (int j = kept; j < dimensions; j++, k++) {
          back.data[place(i, j, toData)] = dValue.data[place(i, j, !toData)] * slope.data[k];
        }
      }
      return back;
    }
  }

  /** One of the two directions, with its way back. */
  private final class Way implements LogPass {
    private final Pass heads;
    private final Affine affine;

    Way(Pass heads, Matrix x, boolean toData) {
      this.heads = heads;
      affine = new Affine(heads.value(), x, toData);
    }

    @Override
    public Matrix value() {
      return affine.value;
    }

    @Override
    public Matrix log() {
      return affine.log;
    }

    @Override
    public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
      Matrix dHeads = affine.backToHeads(heads.value(), dValue, dLog);
      return affine.backToInput(dValue, heads.backward(dHeads, into));
    }
  }
}
