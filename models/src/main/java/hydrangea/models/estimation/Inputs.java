package hydrangea.models.estimation;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.family.TransitionModel;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The catalogue of where the states and actions of transitions come from. */
public sealed interface Inputs {
  /** So many transitions of {@code truth}. */
  Sample sample(TransitionModel truth, int count, RandomGenerator random);

  /** The features of the input at which pictures are made, {@code [f]}. */
  default double[] middle(TransitionModel truth) {
    var state = Matrix.filled(1, truth.family().dimension(), middleState());
    return truth.phi(state.data, middleAction());
  }

  /** Each coordinate of the state at which pictures are made. */
  double middleState();

  /** The action with which they are made. */
  double middleAction();

  /** The place for inputs from outside this catalogue. */
  non-sealed interface Open extends Inputs {}

  /**
   * Every transition by itself.
   *
   * @param states each coordinate of a state
   */
  record Independent(Draw states, Draw actions) implements Inputs {
    @Override
    public Sample sample(TransitionModel truth, int count, RandomGenerator random) {
      int d = truth.family().dimension();
      double[] from = states.draw(count * d, random);
      var next = new Matrix(count, d);
      var scratch = truth.scratch(count);
      truth.sample(from, actions.draw(count, random), count, next.data, scratch, random);
      return new Sample(new Matrix(count, truth.w().columns, scratch.phi), next);
    }

    @Override
    public double middleState() {
      return states.middle();
    }

    @Override
    public double middleAction() {
      return actions.middle();
    }
  }

  /**
   * One long episode: every transition starts where the last one led.
   *
   * @param start each coordinate of the first state
   */
  record Sequential(Draw start, Draw actions) implements Inputs {
    @Override
    public Sample sample(TransitionModel truth, int count, RandomGenerator random) {
      double[] state = start.draw(truth.family().dimension(), random);
      var next = new Matrix(count, state.length);
      var phi = new Matrix(count, truth.w().columns);
      var scratch = truth.scratch(1);
      for (int t = 0; t < count; t++) {
        truth.sample(state, actions.draw(1, random), 1, state, scratch, random);
        requireFinite(state, t + 1);
        System.arraycopy(scratch.phi, 0, phi.data, t * phi.columns, phi.columns);
        System.arraycopy(state, 0, next.data, t * next.columns, next.columns);
      }
      return new Sample(phi, next);
    }

    private static void requireFinite(double[] state, int steps) {
      Check.require(
          Arrays.stream(state).allMatch(Double::isFinite),
          () ->
              "one long episode runs away: its state is %s after %d steps; take a smaller w"
                  .formatted(Arrays.toString(state), steps));
    }

    @Override
    public double middleState() {
      return start.middle();
    }

    @Override
    public double middleAction() {
      return actions.middle();
    }
  }
}
