package hydrangea.models.actor;

import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;

/** Actions that are decoded from a latent. */
public interface Decoding {
  /** One action a row. */
  Matrix sample(Matrix obs, Seeds seeds);

  /** What comes of the centre of the noise. */
  Matrix mode(Matrix obs);

  /** The actions of {@link #sample} with what scores them; goes back to the weights alone. */
  LogPass draw(Matrix obs, Seeds seeds);
}
