package hydrangea.models;

/** A log-density of rows, perhaps conditional, perhaps unnormalised: log p(x | obs) in nats. */
public interface LogDensity {
  /**
   * {@code [B, 1]}; its backward is the score.
   *
   * @param obs {@code [B, S]}
   * @param x {@code [B, A]}
   */
  Pass logDensity(Matrix obs, Matrix x);

  /**
   * A log-density whose score is known, as a pass.
   *
   * @param log {@code [B, 1]}
   * @param score its gradient in x, {@code [B, A]}
   */
  static Pass scored(Matrix log, Matrix score) {
    return new ScoredLogDensity(log, score);
  }
}
