package hydrangea.models.family;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;

/** One density after the other, each kept while its parameters repeat. */
record OneByOne(Family family, ToDoubleBiFunction<ScalarDensity, RandomGenerator> draw)
    implements Sampler {
  @Override
  public void sample(
      double[] v, int count, double[] x, int from, int step, RandomGenerator random) {
    int k = family.statistics();
    double[] last = Arrays.copyOf(v, k);
    ScalarDensity density = family.at(last);
    for (int i = 0; i < count; i++) {
      if (!Arrays.equals(v, i * k, (i + 1) * k, last, 0, k)) {
        last = Arrays.copyOfRange(v, i * k, (i + 1) * k);
        density = family.at(last);
      }
      x[from + i * step] = draw.applyAsDouble(density, random);
    }
  }
}
