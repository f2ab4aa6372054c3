package hydrangea.models.training;

import hydrangea.models.SpecNames;
import hydrangea.models.actor.Actor;
import hydrangea.models.actor.ActorSpec;
import hydrangea.models.actor.AverageVelocityField;
import hydrangea.models.actor.Density;
import hydrangea.models.actor.Pathwise;
import hydrangea.models.actor.PathwiseDensity;
import hydrangea.models.actor.Scored;
import hydrangea.models.actor.ValuePolicy;
import hydrangea.models.actor.VelocityField;
import hydrangea.models.objective.FitObjective;
import hydrangea.models.target.KnownDensity;
import hydrangea.models.target.Modal;
import hydrangea.models.target.Sampled;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What actors can do and objectives need, in words for users. */
public final class Capabilities {
  private static final Map<Class<?>, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(AverageVelocityField.class, "an average velocity");
    WORDS.put(VelocityField.class, "a velocity");
    WORDS.put(PathwiseDensity.class, "an exact density of differentiable samples");
    WORDS.put(Density.class, "an exact density");
    WORDS.put(Scored.class, "scored samples");
    WORDS.put(Pathwise.class, "differentiable samples");
    WORDS.put(ValuePolicy.class, "values of actions");
    WORDS.put(Actor.class, "samples");
    WORDS.put(Sampled.class, "samples");
    WORDS.put(KnownDensity.class, "a known density");
    WORDS.put(Modal.class, "modes");
  }

  private Capabilities() {}

  static String words(Class<?> capability) {
    return WORDS.getOrDefault(capability, capability.getSimpleName());
  }

  /** What an actor can do, in words, the strongest first; what another one implies is left out. */
  public static List<String> of(Class<?> actor) {
    List<Class<?>> offered =
        WORDS.keySet().stream().filter(each -> each.isAssignableFrom(actor)).toList();
    return offered.stream().filter(each -> !implied(each, offered)).map(WORDS::get).toList();
  }

  private static boolean implied(Class<?> capability, List<Class<?>> offered) {
    return offered.stream().anyMatch(one -> one != capability && capability.isAssignableFrom(one));
  }

  /** Why an objective cannot train an actor, who could be trained, and what would train it. */
  public static String refusal(Class<?> objective, Class<?> actor) {
    return refusal(SpecNames.of(objective) + "()", needs(objective), SpecNames.of(actor), actor);
  }

  /** The same for an objective and an actor of which only the abilities are known. */
  public static String refusal(String objective, Class<?> needed, String actor, Class<?> offered) {
    String others = joined(objectivesFor(offered), "()", " or ");
    return lack(objective, needed, actor, offered) + (others.isEmpty() ? "" : ": use " + others);
  }

  /** What an objective needs, who has it, and what this actor has instead. */
  public static String lack(String objective, Class<?> needed, String actor, Class<?> offered) {
    String able = joined(actorsWith(needed), "", ", ");
    return "%s needs %s (%s); %s offers %s"
        .formatted(
            objective,
            words(needed),
            able.isEmpty() ? "no actor here has it" : able,
            actor,
            String.join(", ", of(offered)));
  }

  /** The actor or the ability of that simple class name. */
  public static Optional<Class<?>> named(String simpleName) {
    return Stream.concat(
            actorsWith(Actor.class).stream().map(Capabilities::built), WORDS.keySet().stream())
        .filter(type -> type.getSimpleName().equals(simpleName))
        .findFirst();
  }

  private static String joined(List<Class<?>> types, String after, String between) {
    return types.stream()
        .map(type -> SpecNames.of(type) + after)
        .collect(Collectors.joining(between));
  }

  private static Class<?> needs(Class<?> objective) {
    return FitObjective.needs(objective, 0, Actor.class);
  }

  private static List<Class<?>> actorsWith(Class<?> capability) {
    return Arrays.stream(ActorSpec.class.getPermittedSubclasses())
        .filter(Record.class::isAssignableFrom)
        .filter(spec -> capability.isAssignableFrom(built(spec)))
        .collect(Collectors.toList());
  }

  private static Class<?> built(Class<?> spec) {
    var type = (ParameterizedType) spec.getGenericInterfaces()[0];
    Type built = type.getActualTypeArguments()[0];
    return (Class<?>) (built instanceof ParameterizedType generic ? generic.getRawType() : built);
  }

  /** The objectives that ask most of what the actor can do. */
  private static List<Class<?>> objectivesFor(Class<?> actor) {
    List<Class<?>> able =
        Arrays.stream(FitObjective.class.getPermittedSubclasses())
            .filter(Record.class::isAssignableFrom)
            .filter(objective -> needs(objective).isAssignableFrom(actor))
            .collect(Collectors.toList());
    List<Class<?>> needed = able.stream().<Class<?>>map(Capabilities::needs).toList();
    return able.stream()
        .filter(objective -> !implied(needs(objective), needed))
        .collect(Collectors.toList());
  }
}
