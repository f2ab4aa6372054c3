package hydrangea.models;

/** An invertible map between base noise and data, given an observation. */
public interface Bijection {
  /** Base {@code [B, A]} to data, with log|d base / d data|. */
  LogPass forward(Matrix obs, Matrix base);

  /** The value of {@link #forward} alone: keeps nothing for a way back. */
  default Matrix apply(Matrix obs, Matrix base) {
    return forward(obs, base).value();
  }

  /** Data {@code [B, A]} to base, with log|d base / d data|. */
  LogPass inverse(Matrix obs, Matrix data);
}
