package hydrangea.models.critic;

import hydrangea.models.Check;
import hydrangea.models.Gradient;
import hydrangea.models.Matrix;
import hydrangea.models.Network;
import hydrangea.models.Pass;
import hydrangea.models.Weights;
import hydrangea.models.actor.Site;
import hydrangea.models.nn.Activation;
import hydrangea.models.nn.Initializer;
import hydrangea.models.nn.Mlp;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two networks that judge an action, Q_1(s, a) and Q_2(s, a), trained alike from other weights:
 * where they disagree, the lesser is less likely to overestimate.
 *
 * <p>Source: Fujimoto et al. 2018, Addressing Function Approximation Error in Actor-Critic Methods,
 * arXiv 1802.09477, section 4.2.
 */
public final class TwinQ implements Critic {
  private static final int MEMBERS = 2;

  private final Weights weights;
  private final List<Network> networks;

  private TwinQ(Spec spec, Site site) {
    var shape = new Mlp(site.observations() + site.actions(), spec.hidden, 1, spec.activation);
    weights = new Weights(MEMBERS * shape.size());
    for (int k = 0; k < MEMBERS; k++) {
      var seeds = site.seeds().at("critic").at(k);
      shape.initialize(weights, k * shape.size(), spec.initializer, spec.last, seeds);
    }
    networks =
        IntStream.range(0, MEMBERS)
            .mapToObj(k -> site.networks().of(shape, weights, k * shape.size()))
            .toList();
  }

  /**
   * What a script writes down.
   *
   * @param hidden widths of the hidden layers
   * @param initializer how the hidden layers start
   * @param last how the last layer starts
   */
  public record Spec(
      List<Integer> hidden, Activation activation, Initializer initializer, Initializer last)
      implements CriticSpec {
    public Spec {
      hidden = Check.widths("hidden", hidden);
    }

    @Override
    public TwinQ build(Site site) {
      return new TwinQ(this, site);
    }
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public Matrix values(Matrix obs, Matrix actions) {
    Matrix x = Matrix.beside(obs, actions);
    return beside(networks.stream().map(network -> network.apply(x)).toList());
  }

  @Override
  public Pass forward(Matrix obs, Matrix actions) {
    Matrix x = Matrix.beside(obs, actions);
    return new Judged(networks.stream().map(network -> network.forward(x)).toList(), obs.columns);
  }

  private static Matrix beside(List<Matrix> columns) {
    return Matrix.beside(columns.toArray(Matrix[]::new));
  }

  private record Judged(List<Pass> members, int observations, Matrix value) implements Pass {
    Judged(List<Pass> members, int observations) {
      this(members, observations, beside(members.stream().map(Pass::value).toList()));
    }

    @Override
    public Matrix backward(Matrix dValue, Gradient into) {
      int last = members.size() - 1;
      Matrix dActions = ofMember(last, dValue, into);
      for (int k = last - 1; k >= 0; k--) { // a gradient that grows from its end is never added to
        dActions = sum(dActions, ofMember(k, dValue, into));
      }
      return dActions;
    }

    @Override
    public void collect(Matrix dValue, Gradient into) {
      for (int k = members.size() - 1; k >= 0; k--) {
        members.get(k).collect(dValue.columns(k, k + 1), into);
      }
    }

    private Matrix ofMember(int k, Matrix dValue, Gradient into) {
      Matrix dInput = members.get(k).backward(dValue.columns(k, k + 1), into);
      return dInput.columns(observations, dInput.columns);
    }

    private static Matrix sum(Matrix a, Matrix b) {
      var sum = new Matrix(a.rows, a.columns);
      for (int i = 0; i < sum.data.length; i++) {
        sum.data[i] = a.data[i] + b.data[i];
      }
      return sum;
    }
  }
}
