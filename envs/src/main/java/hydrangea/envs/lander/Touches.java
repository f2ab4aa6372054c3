package hydrangea.envs.lander;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Manifold;

/** Who touches whom, and not how hard. */
interface Touches extends ContactListener {
  @Override
  default void preSolve(Contact contact, Manifold oldManifold) {}

  @Override
  default void postSolve(Contact contact, ContactImpulse impulse) {}

  static boolean touches(Contact contact, Body body) {
    return contact.getFixtureA().getBody() == body || contact.getFixtureB().getBody() == body;
  }
}
