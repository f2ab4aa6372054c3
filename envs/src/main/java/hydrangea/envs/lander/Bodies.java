package hydrangea.envs.lander;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.physics.box2d.joints.RevoluteJointDef;
import java.util.List;

/**
 * The bodies of LunarLander, to be made in Gymnasium's order: moon, lander, first force, legs.
 *
 * <p>The frictions .2 and the joints' reference angles do not stand in Gymnasium's text: the first
 * are Box2D's default, the second is filled in by its Python binding.
 */
final class Bodies {
  private static final float EDGE_FRICTION = .1f;
  private static final float DEFAULT_FRICTION = .2f;
  private static final short GROUND = 0x0001;
  private static final short LANDER = 0x0010;
  private static final short LEG = 0x0020;

  private final World world;

  Bodies(World world) {
    this.world = world;
  }

  void moon(Terrain terrain) {
    Body moon = world.createBody(new BodyDef());
    edge(moon, DEFAULT_FRICTION, 0, 0, Terrain.WIDTH, 0);
    List<Double> ys = terrain.ys();
    for (int i = 0; i + 1 < ys.size(); i++) {
      double x = Terrain.SPACING * i;
      edge(moon, EDGE_FRICTION, x, ys.get(i), x + Terrain.SPACING, ys.get(i + 1));
    }
  }

  Body lander() {
    Body lander = world.createBody(dynamic(Terrain.WIDTH / 2, 0));
    PolygonShape hull = new PolygonShape();
    hull.set(Shapes.floats(Shapes.HULL));
    fix(lander, hull, 5, EDGE_FRICTION, LANDER, GROUND);
    return lander;
  }

  /** The leg of {@code i}: -1 stands to the right, 1 to the left. */
  Body leg(Body lander, int i) {
    float angle = (float) (i * .05);
    Body leg = world.createBody(dynamic(Terrain.WIDTH / 2 - i * Shapes.LEG_AWAY, angle));
    PolygonShape box = new PolygonShape();
    box.setAsBox((float) Shapes.LEG_HALF_WIDTH, (float) Shapes.LEG_HALF_HEIGHT);
    fix(leg, box, 1, DEFAULT_FRICTION, LEG, GROUND);
    RevoluteJointDef joint = new RevoluteJointDef();
    joint.bodyA = lander;
    joint.bodyB = leg;
    joint.localAnchorB.set((float) (i * Shapes.LEG_AWAY), (float) Shapes.LEG_DOWN);
    joint.referenceAngle = angle;
    joint.enableMotor = true;
    joint.maxMotorTorque = 40;
    joint.motorSpeed = (float) (.3 * i);
    joint.enableLimit = true;
    joint.lowerAngle = i < 0 ? .4f : -.9f;
    joint.upperAngle = i < 0 ? .9f : -.4f;
    world.createJoint(joint);
    return leg;
  }

  private static BodyDef dynamic(double x, float angle) {
    BodyDef definition = new BodyDef();
    definition.type = BodyDef.BodyType.DynamicBody;
    definition.position.set((float) x, (float) Terrain.HEIGHT);
    definition.angle = angle;
    return definition;
  }

  private static void edge(Body moon, float friction, double x1, double y1, double x2, double y2) {
    EdgeShape edge = new EdgeShape();
    edge.set((float) x1, (float) y1, (float) x2, (float) y2);
    fix(moon, edge, 0, friction, GROUND, (short) -1);
  }

  /** Box2D copies the shape, so ours is freed here. */
  private static void fix(
      Body body, Shape shape, float density, float friction, short category, short mask) {
    FixtureDef definition = new FixtureDef();
    definition.shape = shape;
    definition.density = density;
    definition.friction = friction;
    definition.filter.categoryBits = category;
    definition.filter.maskBits = mask;
    body.createFixture(definition);
    shape.dispose();
  }
}
