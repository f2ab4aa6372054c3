package hydrangea.models.family;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.JavaMlp;
import hydrangea.models.nn.Mlp;
import java.util.List;

/**
 * {@code phi = h / |h|, h = network([s, a])}: a random ReLU network that never learns, weights and
 * biases standard normal.
 *
 * @param hidden widths of the hidden layers
 * @param features f
 * @param seed of the weights
 */
public record FrozenNetwork(List<Integer> hidden, int features, long seed) implements Features {
  public FrozenNetwork {
    hidden = Check.widths("hidden", hidden);
    Check.atLeast("features", features, 1);
  }

  @Override
  public Map build(int d) {
    var shape = new Mlp(d + 1, hidden, features, Activation.RELU);
    var weights = new Weights(shape.size());
    var normal = new StandardNormal();
    shape.initialize(weights, 0, normal, normal, new Seeds(seed).at("features"));
    return new Normalised(new JavaMlp(shape, weights, 0), new Joined(d));
  }

  private record StandardNormal() implements Initializer.Open {
    @Override
    public Matrix weight(int inputs, int outputs, Seeds seeds) {
      return seeds.normal(outputs, inputs);
    }

    @Override
    public Matrix bias(int inputs, int outputs, Seeds seeds) {
      return seeds.normal(1, outputs);
    }
  }

  private record Normalised(Network network, Joined joined) implements Map {
    private static final double LEAST_LENGTH = 1e-12; // as torch's normalize

    @Override
    public int width() {
      return network.outputs();
    }

    @Override
    public void put(double[] states, double[] pushes, int count, double[] phi) {
      var inputs = new Matrix(count, joined.width());
      joined.put(states, pushes, count, inputs.data);
      Matrix h = network.apply(inputs);
      for (int i = 0; i < count; i++) {
        double squares = 0;
        for (int k = i * h.columns; k < (i + 1) * h.columns; k++) {
          squares += h.data[k] * h.data[k];
        }
        double length = Math.max(LEAST_LENGTH, Math.sqrt(squares));
        for (int k = i * h.columns; k < (i + 1) * h.columns; k++) {
          phi[k] = h.data[k] / length;
        }
      }
    }
  }
}
