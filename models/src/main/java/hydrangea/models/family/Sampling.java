package hydrangea.models.family;

import hydrangea.models.Check;

/** How a model's next states are drawn. */
public sealed interface Sampling {
  /** Draws of {@code family}. */
  Sampler of(Family family);

  /** By inversion of the distribution function, or exactly where there is something simpler. */
  record Exact() implements Sampling {
    @Override
    public Sampler of(Family family) {
      return family.sampler();
    }
  }

  /** No draw at all: the mean. */
  record Mean() implements Sampling {
    @Override
    public Sampler of(Family family) {
      return family.means();
    }
  }

  /**
   * Hamiltonian Monte Carlo, a chain of its own for every draw: {@code burnIn} proposals of {@code
   * leapfrogSteps} steps of size {@code stepSize} along {@code x' = p, p' = d/dx log p(x)}. Needs
   * no normaliser; what it has not explored after so few proposals it does not draw.
   *
   * <p>Source: Neal 2011, "MCMC using Hamiltonian dynamics", section 3.
   */
  record Hamiltonian(int burnIn, int leapfrogSteps, double stepSize) implements Sampling {
    public Hamiltonian {
      Check.atLeast("burnIn", burnIn, 1);
      Check.atLeast("leapfrogSteps", leapfrogSteps, 1);
      Check.positive("stepSize", stepSize);
    }

    @Override
    public Sampler of(Family family) {
      int width = family.statistics();
      return (v, count, x, from, step, random) -> {
        for (int i = 0, k = from; i < count; i++, k += step) {
          x[k] = new Chain(family, v, i * width).run(this, random);
        }
      };
    }
  }
}
