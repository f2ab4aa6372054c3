package hydrangea.envs;

import static hydrangea.envs.CartPole.KinematicsIntegrator.EULER;

import hydrangea.envs.arm.ArmTask;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** Gymnasium's registered environments as specs, and copies of a record with one thing changed. */
final class GymnasiumSpecs {
  static final Pendulum.Spec PENDULUM_V1 = new Pendulum.Spec(10, 1, 1, .05, 8, 2, Math.PI, 1, 200);

  static final CartPole.Spec CART_POLE_V1 =
      new CartPole.Spec(
          9.8, 1, .1, .5, 10, .02, EULER, 12 * 2 * Math.PI / 360, 2.4, false, -.05, .05, 500);

  static final LunarLander.Spec LUNAR_LANDER_V3 =
      new LunarLander.Spec(false, -10, false, 15, 1.5, 1000);

  /** Two joints, SPARK's numbers, and symmetric actions of up to half a turn. */
  static final PlanarArm.Spec PLANAR_ARM =
      new PlanarArm.Spec(
          2,
          List.of(),
          true,
          false,
          false,
          1,
          .01,
          new ArmTask.Reach(0),
          false,
          false,
          List.of(),
          200);

  private GymnasiumSpecs() {}

  /** The record with one component replaced, through its canonical constructor. */
  static <R extends Record> R with(R record, String name, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    if (Stream.of(components).noneMatch(component -> component.getName().equals(name))) {
      throw new AssertionError("no component " + name + " in " + record);
    }
    try {
      Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        boolean changed = components[i].getName().equals(name);
        values[i] = changed ? value : components[i].getAccessor().invoke(record);
      }
      @SuppressWarnings("unchecked")
      Class<R> type = (Class<R>) record.getClass();
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException reason) {
        throw reason;
      }
      throw new AssertionError(refused);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("no canonical constructor: " + record, impossible);
    }
  }
}
