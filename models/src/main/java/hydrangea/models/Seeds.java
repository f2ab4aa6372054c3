package hydrangea.models;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A name for random numbers: the same key always gives the same draws, so there is no generator
 * state to save. Say {@link #at} before every use: {@code seeds.at("noise").at(update)}.
 */
public record Seeds(long key) {
  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("Xoroshiro128PlusPlus");

  public Seeds at(String name) {
    long hash = 0xcbf29ce484222325L; // FNV-1a: String.hashCode has 32 bits only
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return at(hash);
  }

  public Seeds at(long index) {
    return new Seeds(mixed(key + 0x9e3779b97f4a7c15L * (mixed(index) | 1)));
  }

  /** A fresh generator: every call starts the same stream again. */
  public RandomGenerator generator() {
    return GENERATORS.create(key);
  }

  /** Independent standard normal numbers, {@code [rows, columns]}. */
  public Matrix normal(int rows, int columns) {
    var matrix = new Matrix(rows, columns);
    var generator = generator();
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = generator.nextGaussian();
    }
    return matrix;
  }

  /** Independent numbers uniform on [0, 1), {@code [rows, columns]}. */
  public Matrix uniform(int rows, int columns) {
    var matrix = new Matrix(rows, columns);
    var generator = generator();
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = generator.nextDouble();
    }
    return matrix;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
