package hydrangea.models;

import java.util.List;
import java.util.Locale;

/**
 * The names by which users know specs: that of the DSL function, which is the class's own without
 * the word for its catalogue.
 */
public final class SpecNames {
  private static final List<String> CATALOGUE_WORDS = List.of("Actor", "Env");

  private SpecNames() {}

  /** {@code MeanFlowActor.Spec} is {@code meanFlow}, {@code ReverseKl} is {@code reverseKl}. */
  public static String of(Class<?> type) {
    boolean nested = type.getSimpleName().equals("Spec") && type.getEnclosingClass() != null;
    String name = (nested ? type.getEnclosingClass() : type).getSimpleName();
    for (String word : CATALOGUE_WORDS) {
      if (name.endsWith(word) && name.length() > word.length()) {
        name = name.substring(0, name.length() - word.length());
      }
    }
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
