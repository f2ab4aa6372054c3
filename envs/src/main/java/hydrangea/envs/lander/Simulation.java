package hydrangea.envs.lander;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.World;

/**
 * A world in Box2D: native memory until it is closed.
 *
 * <p>Source: Gymnasium, {@code LunarLander-v3}, its order of operations and its precision: what
 * acts on the lander is computed in double from Box2D's float32 numbers.
 */
public final class Simulation implements AutoCloseable {
  private static final double SCALE = 30; // Gymnasium's pixels a metre
  private static final double MAIN_POWER = 13;
  private static final double MAIN_Y = 4;
  private static final double SIDE_POWER = .6;
  private static final double SIDE_AWAY = 12;
  private static final double SIDE_HEIGHT = 14;
  // Gymnasium's, where SIDE_HEIGHT must have been meant: so the torque depends on the angle.
  private static final double SIDE_X = 17;
  private static final float SECONDS = 1 / 50f;
  private static final int VELOCITY_ITERATIONS = 180;
  private static final int POSITION_ITERATIONS = 60;

  private final Weather weather;
  private final World world;
  private final Body lander;
  private final Body rightLeg;
  private final Body leftLeg;
  private boolean rightContact;
  private boolean leftContact;
  private boolean crashed;
  private int windIndex;
  private int torqueIndex;

  /** Ready for the first step, which Gymnasium makes a part of the reset. */
  public Simulation(Start start, Weather weather) {
    Natives.load();
    this.weather = weather;
    windIndex = start.windIndex();
    torqueIndex = start.torqueIndex();
    world = new World(new Vector2(0, (float) weather.gravity()), true);
    world.setContactListener(
        new Touches() {
          @Override
          public void beginContact(Contact contact) {
            crashed |= Touches.touches(contact, lander);
            rightContact |= Touches.touches(contact, rightLeg);
            leftContact |= Touches.touches(contact, leftLeg);
          }

          @Override
          public void endContact(Contact contact) {
            rightContact &= !Touches.touches(contact, rightLeg);
            leftContact &= !Touches.touches(contact, leftLeg);
          }
        });
    Bodies bodies = new Bodies(world);
    bodies.moon(Terrain.of(start.heights()));
    lander = bodies.lander();
    lander.applyForceToCenter((float) start.forceX(), (float) start.forceY(), true);
    rightLeg = bodies.leg(lander, -1);
    leftLeg = bodies.leg(lander, 1);
  }

  /** A fiftieth of a second. */
  public Situation step(Moves.Move move) {
    if (weather.wind() && !rightContact && !leftContact) {
      blow();
    }
    fire(move.thrust(), move.dispersion0() / SCALE, move.dispersion1() / SCALE);
    world.step(SECONDS, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
    return new Situation(
        motion(lander),
        motion(rightLeg),
        motion(leftLeg),
        rightContact,
        leftContact,
        crashed,
        lander.isAwake(),
        windIndex,
        torqueIndex);
  }

  @Override
  public void close() {
    world.dispose();
  }

  private void blow() {
    lander.applyForceToCenter((float) (Weather.gust(windIndex++) * weather.windPower()), 0, true);
    lander.applyTorque((float) (Weather.gust(torqueIndex++) * weather.turbulencePower()), true);
  }

  private void fire(Thrust thrust, double d0, double d1) {
    double angle = lander.getAngle();
    double tipX = Math.sin(angle);
    double tipY = Math.cos(angle);
    double sideX = -tipY;
    double sideY = tipX;
    if (thrust.main() > 0) {
      double ox = tipX * (MAIN_Y / SCALE + 2 * d0) + sideX * d1;
      double oy = -tipY * (MAIN_Y / SCALE + 2 * d0) - sideY * d1;
      push(ox, oy, MAIN_POWER, thrust.main(), 0, 0);
    }
    if (thrust.side() > 0) {
      double away = 3 * d1 + thrust.direction() * SIDE_AWAY / SCALE;
      double ox = tipX * d0 + sideX * away;
      double oy = -tipY * d0 - sideY * away;
      push(ox, oy, SIDE_POWER, thrust.side(), -tipX * SIDE_X / SCALE, tipY * SIDE_HEIGHT / SCALE);
    }
  }

  /** The recoil of a jet towards (ox, oy), at (ox + dx, oy + dy) from the lander's origin. */
  private void push(double ox, double oy, double strength, double power, double dx, double dy) {
    Vector2 position = lander.getPosition();
    lander.applyLinearImpulse(
        (float) (-ox * strength * power),
        (float) (-oy * strength * power),
        (float) (position.x + ox + dx),
        (float) (position.y + oy + dy),
        true);
  }

  private static Motion motion(Body body) {
    Vector2 position = body.getPosition();
    Vector2 velocity = body.getLinearVelocity();
    return new Motion(
        position.x, position.y, body.getAngle(), velocity.x, velocity.y, body.getAngularVelocity());
  }
}
