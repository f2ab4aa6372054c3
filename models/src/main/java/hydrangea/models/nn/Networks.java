package hydrangea.models.nn;

import hydrangea.models.Network;
import hydrangea.models.Weights;

/** Where networks come from: an actor asks for one without knowing what it will run on. */
public interface Networks {
  /** Native floats, for training. Loads the engine when a batch first needs it, not before. */
  Networks NATIVE = DjlMlp::new;

  /** Plain doubles over the same weights: the reference, and no engine at all. */
  Networks JAVA = JavaMlp::new;

  /** The network whose numbers are the slice of {@code weights} that starts at {@code offset}. */
  Network of(Mlp shape, Weights weights, int offset);
}
