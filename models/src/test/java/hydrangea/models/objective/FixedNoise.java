package hydrangea.models.objective;

import hydrangea.models.Gradient;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Seeds;
import hydrangea.models.Weights;
import hydrangea.models.actor.Scored;
import hydrangea.models.distribution.DiagonalGaussian;
import hydrangea.models.distribution.LogStdRange;
import hydrangea.models.distribution.Tanh;
import hydrangea.models.nn.JavaMlp;
import hydrangea.models.nn.Mlp;
import java.util.Map;
import java.util.Objects;

/** A squashed Gaussian policy in double whose noise is given: for numbers that others computed. */
record FixedNoise(
    Network network, Weights weights, LogStdRange range, int actions, Map<Seeds, Matrix> noise)
    implements Scored {
  FixedNoise(Mlp shape, Weights weights, LogStdRange range, Map<Seeds, Matrix> noise) {
    this(new JavaMlp(shape, weights, 0), weights, range, shape.outputs() / 2, noise);
  }

  @Override
  public LogPass draw(Matrix obs, Seeds seeds) {
    Pass raw = network.forward(obs);
    Pass head = range.clamp(raw.value());
    LogPass normal =
        DiagonalGaussian.of(head.value()).draw(Objects.requireNonNull(noise.get(seeds)));
    return new Draw(raw, head, normal).through(u -> new Tanh().forward(obs, u));
  }

  private record Draw(Pass raw, Pass head, LogPass normal) implements LogPass {
    @Override
    public Matrix value() {
      return normal.value();
    }

    @Override
    public Matrix log() {
      return normal.log();
    }

    @Override
    public Matrix backward(Matrix dValue, Matrix dLog, Gradient into) {
      return raw.backward(head.backward(normal.backward(dValue, dLog, into), into), into);
    }
  }

  @Override
  public int entropyDimensions() {
    return actions;
  }

  @Override
  public Matrix sample(Matrix obs, Seeds seeds) {
    return draw(obs, seeds).value();
  }

  @Override
  public Matrix mode(Matrix obs) {
    throw new UnsupportedOperationException();
  }
}
