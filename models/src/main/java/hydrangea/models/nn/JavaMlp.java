package hydrangea.models.nn;

import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.TangentPass;
import hydrangea.models.Weights;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Mlp} in plain double arithmetic: what finite differences can test, and the reference
 * that {@link DjlMlp} is held to. Starts no engine, so it also suits single rows.
 */
public final class JavaMlp implements Network {
  private final Mlp shape;
  private final Weights weights;
  private final int offset;
  private double @Nullable [] parameters;
  private int revision;

  public JavaMlp(Mlp shape, Weights weights, int offset) {
    shape.requireSlice(weights, offset);
    this.shape = shape;
    this.weights = weights;
    this.offset = offset;
  }

  @Override
  public int inputs() {
    return shape.inputs();
  }

  @Override
  public int outputs() {
    return shape.outputs();
  }

  @Override
  public Matrix apply(Matrix x) {
    shape.requireInput(x);
    return DoublePass.apply(shape, parameters(), x);
  }

  @Override
  public Pass forward(Matrix x) {
    return tangent(x, new Matrix(0, shape.inputs()));
  }

  @Override
  public TangentPass tangent(Matrix x, Matrix directions) {
    shape.requireDirections(x, directions);
    return new Way(new DoublePass(shape, parameters(), x, directions));
  }

  /** The slice as doubles, refreshed in place: a pass from before an edit does not go back. */
  private synchronized double[] parameters() {
    if (parameters == null || revision != weights.revision()) {
      var fresh = parameters == null ? new double[shape.size()] : parameters;
      revision = weights.revision();
      for (int i = 0; i < fresh.length; i++) {
        fresh[i] = weights.value()[offset + i];
      }
      parameters = fresh;
    }
    return parameters;
  }

  private final class Way implements TangentPass {
    private final DoublePass pass;
    private final Ticket ticket = new Ticket(weights);
    private final Matrix value;
    private final Matrix tangent;

    Way(DoublePass pass) {
      this.pass = pass;
      this.value = pass.value();
      this.tangent = pass.tangent();
    }

    @Override
    public Matrix value() {
      return value;
    }

    @Override
    public Matrix tangent() {
      return tangent;
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      Mlp.requireGradient(dValue, value);
      return back(dValue, new Matrix(0, shape.outputs()), into);
    }

    @Override
    public Matrix backward(Matrix dValue, Matrix dTangent, Gradient into) {
      Mlp.requireGradient(dValue, value);
      Mlp.requireGradient(dTangent, tangent);
      return back(dValue, dTangent, into);
    }

    private Matrix back(Matrix dValue, Matrix dTangent, Gradient into) {
      ticket.use();
      if (!into.collects(weights)) {
        return pass.backward(dValue, dTangent, null);
      }
      var gradient = new double[shape.size()];
      var dInput = pass.backward(dValue, dTangent, gradient);
      float[] sum = into.value();
      for (int i = 0; i < gradient.length; i++) {
        sum[offset + i] += (float) gradient[i];
      }
      return dInput;
    }
  }
}
