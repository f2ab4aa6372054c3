package hydrangea.models;

/** Something with a state that a checkpoint keeps. */
public interface Saved {
  /** Hands every part of the state to {@code store}: one description, for saving and restoring. */
  void exchange(Store store);
}
