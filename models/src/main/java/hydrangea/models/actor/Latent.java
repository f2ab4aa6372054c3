package hydrangea.models.actor;

import hydrangea.models.LogDensity;
import hydrangea.models.LogPass;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;

/** Random numbers with a density, given an observation: what an actor makes its actions of. */
public interface Latent extends LogDensity {
  /** One draw a row. */
  Matrix sample(Matrix obs, Seeds seeds);

  /** What comes of the centre of the noise. */
  Matrix mode(Matrix obs);

  /** The numbers of {@link #sample} with their log-density; goes back to the weights alone. */
  LogPass draw(Matrix obs, Seeds seeds);
}
