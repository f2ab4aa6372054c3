package hydrangea.models.family;

import hydrangea.models.Check;
import java.util.Arrays;

/** Which phi(s, a) a transition model is linear in. */
public sealed interface Features
    permits FrozenNetwork, Features.ConstantFeatures, Features.IdentityFeatures, Features.Open {
  /** The features of states of {@code d} numbers, with one number for the action. */
  Map build(int d);

  /** phi for many at once. */
  interface Map {
    /** f. */
    int width();

    /**
     * Fills {@code phi}.
     *
     * @param states {@code [count, d]}
     * @param pushes the actions, {@code [count]}
     * @param phi {@code [count, f]}
     */
    void put(double[] states, double[] pushes, int count, double[] phi);
  }

  /** {@code phi = [s, a]}, as of a linear dynamical system. */
  record IdentityFeatures() implements Features {
    @Override
    public Map build(int d) {
      return new Joined(d);
    }
  }

  /** {@code phi = [value]}: transitions that do not depend on anything. */
  record ConstantFeatures(double value) implements Features {
    public ConstantFeatures {
      Check.require(
          value != 0 && Double.isFinite(value),
          () -> "value must be finite and not 0, which no weight could scale, was " + value);
    }

    @Override
    public Map build(int d) {
      return new Repeated(value);
    }
  }

  /** The place for features from outside this catalogue. */
  non-sealed interface Open extends Features {}

  /** States beside actions. */
  record Joined(int d) implements Map {
    @Override
    public int width() {
      return d + 1;
    }

    @Override
    public void put(double[] states, double[] pushes, int count, double[] phi) {
      for (int i = 0, k = 0; i < count; i++) {
        for (int j = 0; j < d; j++) {
          phi[k++] = states[i * d + j];
        }
        phi[k++] = pushes[i];
      }
    }
  }

  /** The same number for all. */
  record Repeated(double value) implements Map {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public void put(double[] states, double[] pushes, int count, double[] phi) {
      Arrays.fill(phi, 0, count, value);
    }
  }
}
