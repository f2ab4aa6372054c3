package hydrangea.models.nn;

import hydrangea.models.Seeds;
import java.util.List;

/**
 * How a network is told the time. A high frequency w multiplies the derivative in t by w: for mean
 * flows, whose target contains that derivative, take {@link Raw} or a few low {@link Sinusoids}.
 */
public sealed interface TimeEmbedding {
  /**
   * The features. What is random in them is a function of {@code seeds}, so the same seeds rebuild
   * them and a checkpoint need not hold them.
   */
  TimeFeatures build(Seeds seeds);

  /** An embedding of one's own. */
  non-sealed interface Open extends TimeEmbedding {}

  /** The time itself: (t). */
  record Raw() implements TimeEmbedding {
    @Override
    public TimeFeatures build(Seeds seeds) {
      return new Waves(true);
    }
  }

  /**
   * (t, sin(w_1 t), cos(w_1 t), sin(w_2 t), ...) for given {@code frequencies} w.
   *
   * @param frequencies in radians
   */
  record Sinusoids(List<Double> frequencies) implements TimeEmbedding {
    public Sinusoids {
      frequencies = List.copyOf(frequencies);
      if (!frequencies.stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("frequencies must be finite: " + frequencies);
      }
    }

    @Override
    public TimeFeatures build(Seeds seeds) {
      return new Waves(true, frequencies.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  /**
   * sin(w_i s t) and cos(w_i s t) with w_i = maxPeriod^(-2i / size), s = {@code timeScale}.
   *
   * <p>Source: Vaswani et al. 2017, section 3.5; diffusion models take maxPeriod 1e4 and a scale of
   * 1000 for times in [0, 1].
   */
  record Position(int size, double maxPeriod, double timeScale) implements TimeEmbedding {
    public Position {
      requireEven(size);
      requirePositive("maxPeriod", maxPeriod);
      requirePositive("timeScale", timeScale);
    }

    @Override
    public TimeFeatures build(Seeds seeds) {
      var frequencies = new double[size / 2];
      for (int i = 0; i < frequencies.length; i++) {
        frequencies[i] = timeScale * Math.pow(maxPeriod, -2.0 * i / size);
      }
      return new Waves(false, frequencies);
    }
  }

  /**
   * sin(w_i t) and cos(w_i t) with frozen w_i ~ N(0, (2 pi scale)^2).
   *
   * <p>Source: Tancik et al. 2020, section 4; Song et al. 2021 take scale 16 or 30.
   */
  record GaussianFourier(int size, double scale) implements TimeEmbedding {
    public GaussianFourier {
      requireEven(size);
      requirePositive("scale", scale);
    }

    @Override
    public TimeFeatures build(Seeds seeds) {
      var frequencies = seeds.normal(1, size / 2).data;
      for (int i = 0; i < frequencies.length; i++) {
        frequencies[i] *= 2 * Math.PI * scale;
      }
      return new Waves(false, frequencies);
    }
  }

  private static void requireEven(int size) {
    if (size < 2 || size % 2 != 0) {
      throw new IllegalArgumentException(
          "sines and cosines come in pairs: size " + size + " is not a positive even number");
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be positive and finite: " + value);
    }
  }
}
