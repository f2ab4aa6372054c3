package hydrangea.models.objective;

import hydrangea.models.Check;
import hydrangea.models.Loss;
import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.distribution.ScalarMixtures;
import hydrangea.models.loss.BatchSummedNll;
import hydrangea.models.loss.RegressionLoss;
import hydrangea.models.value.ActionValues;
import hydrangea.models.value.PointValues;
import hydrangea.models.value.ReturnMixtures;

/**
 * What Q-learning pays for the heads of actions that were taken, given what followed: the catalogue
 * that it chooses from.
 *
 * @param <V> the networks whose heads it is for
 */
public sealed interface ValueLoss<V extends ActionValues> {
  /** The class of {@code V}, for the check of a pair chosen at run time. */
  Class<? super V> needs();

  /**
   * The loss and its gradient in {@code heads}.
   *
   * @param heads {@code [B, w]}
   */
  Loss loss(Matrix heads, Successor next, Seeds seeds);

  /** A loss of the user's own. */
  non-sealed interface Open<V extends ActionValues> extends ValueLoss<V> {}

  /**
   * A regression of the values on those that are backed up: with the Huber loss it is DQN.
   *
   * <p>Source: Mnih et al. 2015, Human-level control through deep reinforcement learning, Nature
   * 518.
   */
  record TdError(RegressionLoss loss) implements ValueLoss<PointValues> {
    @Override
    public Class<PointValues> needs() {
      return PointValues.class;
    }

    @Override
    public Loss loss(Matrix heads, Successor next, Seeds seeds) {
      return loss.loss(heads, next.value());
    }
  }

  /**
   * The likelihood of what is backed up, see {@link hydrangea.models.loss.MixtureNll}.
   *
   * @param samples draws from the returns that are backed up, for each row: the mixture becomes
   *     their distribution. 0 takes their value alone, as an article on this method does: the
   *     mixture becomes the noise of that
   */
  record MixtureNll(int samples) implements ValueLoss<ReturnMixtures> {
    public MixtureNll {
      Check.atLeast("samples", samples, 0);
    }

    @Override
    public Class<ReturnMixtures> needs() {
      return ReturnMixtures.class;
    }

    @Override
    public Loss loss(Matrix heads, Successor next, Seeds seeds) {
      Matrix y =
          samples == 0
              ? next.value()
              : next.backup(new ScalarMixtures(next.heads()).sample(samples, seeds));
      return hydrangea.models.loss.MixtureNll.loss(new ScalarMixtures(heads), y);
    }
  }

  /**
   * The distance to the backed-up mixture, see {@link hydrangea.models.loss.JensenTsallis}.
   *
   * @param scale multiplies the loss: densities of wide distributions are small
   * @param leastStd of a component of the target, in units of the return
   */
  record JensenTsallis(double scale, double leastStd) implements ValueLoss<ReturnMixtures> {
    public JensenTsallis {
      Check.positive("scale", scale);
      Check.positive("leastStd", leastStd);
    }

    @Override
    public Class<ReturnMixtures> needs() {
      return ReturnMixtures.class;
    }

    @Override
    public Loss loss(Matrix heads, Successor next, Seeds seeds) {
      ScalarMixtures target = next.backup(new ScalarMixtures(next.heads()), leastStd);
      Loss loss = hydrangea.models.loss.JensenTsallis.loss(new ScalarMixtures(heads), target);
      for (int k = 0; k < loss.gradient().data.length; k++) {
        loss.gradient().data[k] *= scale;
      }
      return new Loss(scale * loss.value(), loss.gradient());
    }
  }

  /** An article's own, for comparison alone: see {@link BatchSummedNll} for what is wrong. */
  record ArticleLoss() implements ValueLoss<ReturnMixtures> {
    @Override
    public Class<ReturnMixtures> needs() {
      return ReturnMixtures.class;
    }

    @Override
    public Loss loss(Matrix heads, Successor next, Seeds seeds) {
      return BatchSummedNll.loss(new ScalarMixtures(heads), next.value());
    }
  }
}
