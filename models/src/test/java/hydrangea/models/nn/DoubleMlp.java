package hydrangea.models.nn;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.TangentPass;
import hydrangea.models.testing.Golden;
import java.util.ArrayList;
import java.util.List;

/**
 * A ReLU network over the doubles of a golden file, which do not fit into {@code Weights}: the
 * arithmetic of {@link JavaMlp}. It collects the gradient of its own weights, of all passes.
 */
public final class DoubleMlp implements Network {
  private final Mlp shape;
  private final double[] parameters;
  private final double[] gradient;

  private DoubleMlp(Mlp shape, double[] parameters) {
    this.shape = shape;
    this.parameters = parameters;
    this.gradient = new double[shape.size()];
  }

  /** From layers {@code {weight, bias}}, the first one first. */
  public static DoubleMlp of(JsonArray layers) {
    List<JsonObject> all = Golden.objects(layers);
    List<Integer> widths = new ArrayList<>();
    for (JsonObject layer : all) {
      widths.add(Golden.matrix(layer.get("weight")).rows);
    }
    int inputs = Golden.matrix(all.get(0).get("weight")).columns;
    var hidden = widths.subList(0, widths.size() - 1);
    var shape = new Mlp(inputs, hidden, widths.get(widths.size() - 1), Activation.RELU);
    return new DoubleMlp(shape, flat(layers));
  }

  /** All numbers of such layers in our order. */
  public static double[] flat(JsonElement layers) {
    var flat = new ArrayList<Double>();
    for (JsonObject layer : Golden.objects(layers)) {
      for (double w : Golden.matrix(layer.get("weight")).data) {
        flat.add(w);
      }
      for (double b : Golden.numbers(layer.get("bias"))) {
        flat.add(b);
      }
    }
    return flat.stream().mapToDouble(Double::doubleValue).toArray();
  }

  public double[] gradient() {
    return gradient;
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
    return DoublePass.apply(shape, parameters, x);
  }

  @Override
  public Pass forward(Matrix x) {
    var pass = new DoublePass(shape, parameters, x, new Matrix(0, x.columns));
    return new Pass() {
      @Override
      public Matrix value() {
        return pass.value();
      }

      @Override
      public Matrix backward(Matrix dValue, Gradient into) {
        return pass.backward(dValue, new Matrix(0, dValue.columns), gradient);
      }
    };
  }

  @Override
  public TangentPass tangent(Matrix x, Matrix directions) {
    throw new UnsupportedOperationException("golden flows have no tangents");
  }
}
