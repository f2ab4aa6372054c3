package hydrangea.models.planning;

import hydrangea.models.Seeds;

/** Times the 15 runs of the published figure, method by method, again and again. */
final class PlanningSpeed {
  private PlanningSpeed() {}

  public static void main(String[] arguments) {
    int repeats = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    for (int i = 0; i < repeats; i++) {
      var line = new StringBuilder();
      double total = 0;
      for (var method : Trial.METHODS) {
        long start = System.nanoTime();
        double cumulative = 0;
        for (int seed = 0; seed < 5; seed++) {
          var learning = Trial.customSin(method, new Seeds(seed));
          for (int e = 0; e < 50; e++) {
            cumulative += learning.play().reward() / 5;
          }
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        total += seconds;
        line.append("%s %.3f s (mean return %.1f), ".formatted(method, seconds, cumulative));
      }
      System.out.println(line + "all %.3f s".formatted(total));
    }
  }
}
