package hydrangea.models.law;

import hydrangea.models.Matrix;
import hydrangea.models.Seeds;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.Density;
import hydrangea.models.actor.Pathwise;
import hydrangea.models.actor.PathwiseDensity;
import hydrangea.models.actor.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The laws of actors. */
public final class ActorLaws {
  private static final int ROWS = 16;
  private static final double TOLERANCE = 1e-3;
  private static final Seeds SEEDS = new Seeds(1).at("actor laws");

  private ActorLaws() {}

  /** The laws that the actor of {@code spec} breaks at {@code site}, in words; none is well. */
  public static List<String> broken(ActorSpec<?> spec, Site site) {
    List<String> broken = new ArrayList<>();
    Actor actor = spec.build(site);
    if (!spec.builds().isInstance(actor)) {
      broken.add("builds() is " + spec.builds() + ", but build(...) gave " + actor.getClass());
    }
    Matrix obs = SEEDS.at("obs").normal(ROWS, site.observations());
    Matrix actions = actor.sample(obs, SEEDS);
    shape("sample", actions, site, broken);
    shape("mode", actor.mode(obs), site, broken);
    if (!actor.sample(obs, SEEDS).equals(actions)) {
      broken.add("sample gave two different sets for the same seeds: draw from the seeds alone");
    }
    if (broken.isEmpty()) {
      draws(actor, obs, actions, broken);
    }
    return broken;
  }

  private static void shape(String what, Matrix actions, Site site, List<String> broken) {
    if (actions.rows != ROWS || actions.columns != site.actions()) {
      broken.add(
          "%s gave [%d, %d], not [%d, %d]"
              .formatted(what, actions.rows, actions.columns, ROWS, site.actions()));
    }
    if (!Arrays.stream(actions.data).allMatch(Double::isFinite)) {
      broken.add(what + " gave numbers that are not finite");
    }
  }

  private static void draws(Actor actor, Matrix obs, Matrix actions, List<String> broken) {
    if (actor instanceof Pathwise pathwise && !close(pathwise.draw(obs, SEEDS).value(), actions)) {
      broken.add("draw and sample gave different actions for the same seeds");
    }
    if (actor instanceof PathwiseDensity exact
        && !close(logDensity(exact, obs, actions), exact.draw(obs, SEEDS).log())) {
      broken.add("the log term of draw is not the logDensity of the same actions");
    }
  }

  private static Matrix logDensity(Density actor, Matrix obs, Matrix actions) {
    return actor.logDensity(obs, actions).value();
  }

  private static boolean close(Matrix a, Matrix b) {
    for (int i = 0; i < a.data.length; i++) {
      if (!(Math.abs(a.data[i] - b.data[i]) <= TOLERANCE * (1 + Math.abs(b.data[i])))) {
        return false;
      }
    }
    return a.data.length == b.data.length;
  }
}
