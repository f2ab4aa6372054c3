package hydrangea.models.nn;

import ai.djl.ndarray.NDArray;

/**
 * {@link Activation} on native arrays, in as few sweeps as its formula allows: every sweep in place
 * that can be, every array closed when used up. Constants are scalar arrays and always the second
 * operand: a result belongs to the memory of its first one, and a Java number costs an array.
 */
final class NativeActivation {
  /** f(z) and f'(z). */
  record Bend(NDArray value, NDArray slope) {}

  private static final NDArray ONE = constant(1);
  private static final NDArray TWO = constant(2);
  private static final NDArray MINUS_HALF = constant(-0.5);
  private static final NDArray HALF = constant(0.5);
  private static final NDArray SQRT_HALF = constant(Math.sqrt(0.5));
  private static final NDArray NORMAL_PEAK = constant(1 / Math.sqrt(2 * Math.PI));
  private static final NDArray LINEAR = constant(Activation.GELU_LINEAR);
  private static final NDArray CUBIC = constant(Activation.GELU_CUBIC);
  private static final NDArray THRICE_CUBIC = constant(3 * Activation.GELU_CUBIC);
  private static final NDArray SIX_CUBIC = constant(6 * Activation.GELU_CUBIC);

  private NativeActivation() {}

  private static NDArray constant(double value) {
    return NativeMemory.root().create((float) value);
  }

  /** f(z), for a pass that does not go back. */
  static NDArray value(Activation kind, NDArray z) {
    return switch (kind) {
      case RELU -> z.getNDArrayInternal().relu();
      case TANH -> z.tanh();
      case SILU -> sigmoid(z).muli(z);
      case GELU -> z.getNDArrayInternal().gelu();
      case GELU_TANH -> cubicGate(z).muli(z);
      case MISH -> softGate(z).muli(z);
    };
  }

  static Bend bend(Activation kind, NDArray z) {
    return switch (kind) {
      case RELU -> {
        var y = z.getNDArrayInternal().relu();
        yield new Bend(y, y.sign());
      }
      case TANH -> {
        var y = z.tanh();
        yield new Bend(y, oneMinusSquare(y));
      }
      case SILU -> {
        var gate = sigmoid(z);
        var y = z.mul(gate);
        try (var both = y.mul(gate)) {
          yield new Bend(y, gate.subi(both).addi(y));
        }
      }
      case GELU -> {
        var gate = distribution(z);
        yield new Bend(z.mul(gate), sum(density(z).muli(z), gate));
      }
      case GELU_TANH -> {
        var gate = cubicGate(z);
        var y = z.mul(gate);
        yield new Bend(y, sum(product(cubicSlope(z), variance(gate)).muli(z), gate));
      }
      case MISH -> {
        var gate = softGate(z);
        var y = z.mul(gate);
        yield new Bend(y, sum(product(oneMinusSquare(gate), sigmoid(z)).muli(z), gate));
      }
    };
  }

  /** f''(z). */
  static NDArray second(Activation kind, NDArray z) {
    return switch (kind) {
      case RELU -> z.zerosLike();
      case TANH -> {
        try (var y = z.tanh()) {
          yield oneMinusSquare(y).negi().muli(y).muli(TWO);
        }
      }
      case SILU -> {
        try (var gate = sigmoid(z)) {
          yield product(bow(gate, z), variance(gate));
        }
      }
      case GELU -> product(z.square().negi().addi(TWO), density(z));
      case GELU_TANH -> {
        try (var gate = cubicGate(z);
            var slope = cubicSlope(z);
            var steep = z.mul(slope)) {
          var bent = bow(gate, steep).muli(slope);
          yield product(sum(bent, z.square().muli(SIX_CUBIC)), variance(gate));
        }
      }
      case MISH -> {
        try (var gate = softGate(z);
            var s = sigmoid(z)) {
          var bent = gate.mul(s).muli(TWO).addi(s).negi().addi(ONE).muli(z).addi(TWO);
          yield product(bent, oneMinusSquare(gate)).muli(s);
        }
      }
    };
  }

  /** Phi(z). */
  private static NDArray distribution(NDArray z) {
    try (var scaled = z.mul(SQRT_HALF)) {
      return scaled.erf().addi(ONE).muli(HALF);
    }
  }

  /** phi(z). */
  private static NDArray density(NDArray z) {
    try (var exponent = z.square().muli(MINUS_HALF)) {
      return exponent.exp().muli(NORMAL_PEAK);
    }
  }

  private static NDArray sigmoid(NDArray z) {
    return z.getNDArrayInternal().sigmoid();
  }

  /** sigmoid(a z + b z^3). */
  private static NDArray cubicGate(NDArray z) {
    try (var cubic = z.square().muli(CUBIC).addi(LINEAR).muli(z)) {
      return sigmoid(cubic);
    }
  }

  /** a + 3 b z^2. */
  private static NDArray cubicSlope(NDArray z) {
    return z.square().muli(THRICE_CUBIC).addi(LINEAR);
  }

  /** tanh(log(1 + exp(z))). */
  private static NDArray softGate(NDArray z) {
    try (var soft = z.getNDArrayInternal().softPlus()) {
      return soft.tanh();
    }
  }

  /** h (1 - h), the slope of a sigmoid h. */
  private static NDArray variance(NDArray gate) {
    return gate.neg().addi(ONE).muli(gate);
  }

  /** 1 - y^2, the slope of a tanh y. */
  private static NDArray oneMinusSquare(NDArray y) {
    return y.square().negi().addi(ONE);
  }

  /** 2 + x (1 - 2 h). */
  private static NDArray bow(NDArray gate, NDArray x) {
    return gate.mul(TWO).negi().addi(ONE).muli(x).addi(TWO);
  }

  /** Uses both up. */
  private static NDArray sum(NDArray a, NDArray b) {
    try (b) {
      return a.addi(b);
    }
  }

  /** Uses both up. */
  private static NDArray product(NDArray a, NDArray b) {
    try (b) {
      return a.muli(b);
    }
  }
}
