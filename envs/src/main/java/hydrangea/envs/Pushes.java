package hydrangea.envs;

/**
 * Actions that are a number from -1 to 1: any of them, or one of the two ends by its index, 0 or 1.
 */
record Pushes(boolean continuous) {
  static final Pushes ENDS = new Pushes(false);

  private static final Box ANY = Box.symmetric(1);
  private static final Discrete INDICES = new Discrete(2);

  Space space() {
    return continuous ? ANY : INDICES;
  }

  double of(double[] action) {
    return continuous ? ANY.clip(action)[0] : 2 * INDICES.index(action) - 1;
  }

  double[] action(double push) {
    return new double[] {continuous ? push : push > 0 ? 1 : 0};
  }
}
