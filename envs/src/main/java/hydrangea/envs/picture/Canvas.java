package hydrangea.envs.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** What a picture is drawn with: shapes in the units of its {@link View}, smooth at the edges. */
public final class Canvas implements AutoCloseable {
  private final Graphics2D graphics;

  /** On white. */
  Canvas(BufferedImage image, View view) {
    graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(0, view.height());
    graphics.scale(view.scale(), -view.scale());
    graphics.translate(-view.left(), -view.bottom());
  }

  /** The polygon with these corners: x, y, x, y... */
  public void polygon(Color color, List<Double> corners) {
    graphics.setColor(color);
    graphics.fill(path(corners));
  }

  /** The edge of the polygon with these corners. */
  public void outline(Color color, double width, List<Double> corners) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path(corners));
  }

  /** A line with round ends. */
  public void line(Color color, double width, double x1, double y1, double x2, double y2) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  public void disc(Color color, double radius, double x, double y) {
    graphics.setColor(color);
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void close() {
    graphics.dispose();
  }

  private static Path2D path(List<Double> corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners.get(0), corners.get(1));
    for (int i = 2; i < corners.size(); i += 2) {
      path.lineTo(corners.get(i), corners.get(i + 1));
    }
    path.closePath();
    return path;
  }
}
