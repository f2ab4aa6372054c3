package hydrangea.models.value;

/**
 * Distributions of the return: each head is that of a mixture, {@link
 * hydrangea.models.distribution.ScalarMixtures}.
 */
public interface ReturnMixtures extends ActionValues {
  /** C, of each action's mixture. */
  int components();
}
