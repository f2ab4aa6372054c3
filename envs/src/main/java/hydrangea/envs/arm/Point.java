package hydrangea.envs.arm;

/** A point of the plane. */
public record Point(double x, double y) {
  public static final Point ORIGIN = new Point(0, 0);

  public static Point polar(double radius, double angle) {
    return new Point(radius * Math.cos(angle), radius * Math.sin(angle));
  }

  public double distance(Point other) {
    double dx = x - other.x;
    double dy = y - other.y;
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** The direction from here to {@code other}, rad; 0 to itself. */
  public double towards(Point other) {
    return Math.atan2(other.y - y, other.x - x);
  }
}
