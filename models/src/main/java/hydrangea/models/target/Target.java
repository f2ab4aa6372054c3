package hydrangea.models.target;

/** A distribution to learn, over vectors of {@link #width} numbers. */
public interface Target {
  int width();
}
