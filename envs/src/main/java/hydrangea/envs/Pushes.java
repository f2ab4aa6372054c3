package hydrangea.envs;

/**
 * Actions that are a number from -1 to 1: any of them, or one of the two ends by its index, 0 or 1.
 */
record Pushes(boolean continuous) {
  private static final Box ANY = Box.symmetric(1);
  private static final Discrete ENDS = new Discrete(2);

  Space space() {
    return continuous ? ANY : ENDS;
  }

  double of(double[] action) {
    return continuous ? ANY.clip(action)[0] : 2 * ENDS.index(action) - 1;
  }

  double[] action(double push) {
    return new double[] {continuous ? push : push > 0 ? 1 : 0};
  }
}
