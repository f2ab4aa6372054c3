package hydrangea.models.training;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The catalogue of pictures that compare the members of a study. */
public sealed interface StudyFigure {
  /** A picture declared by a user. */
  non-sealed interface Open extends StudyFigure {}

  /** The name of the file. */
  String name();

  /** The picture of the members that have told something so far, by name. */
  Optional<Figure> draw(List<Member> members);

  /**
   * One row of charts a member: its figure of that name, thinned evenly to {@code columns}. Where
   * every member has but one chart, as many members in a row.
   *
   * @param figure the name of the members' figure
   */
  record SideBySide(String figure, int columns) implements StudyFigure {
    public SideBySide {
      Check.atLeast("columns", columns, 1);
    }

    @Override
    public String name() {
      return "side_by_side_" + figure;
    }

    @Override
    public Optional<Figure> draw(List<Member> members) {
      List<Figure.Chart> charts = new ArrayList<>();
      List<String> captions = new ArrayList<>();
      int widest = 1;
      for (Member member : members) {
        Optional<Figure> drawn = member.figure(figure);
        List<Figure.Chart> row = thinned(drawn.map(SideBySide::charts).orElse(List.of()));
        widest = Math.max(widest, row.size());
        for (var chart : row) {
          charts.add(chart.titled(member.name() + ", " + chart.title()));
        }
        drawn
            .map(SideBySide::caption)
            .filter(caption -> !caption.isEmpty())
            .ifPresent(caption -> captions.add(member.name() + ": " + caption));
      }
      int across = widest == 1 ? Math.min(columns, charts.size()) : widest;
      return charts.isEmpty()
          ? Optional.empty()
          : Optional.of(new Figure.Panels("", String.join("; ", captions), across, charts));
    }

    private static String caption(Figure figure) {
      return figure instanceof Figure.Panels panels ? panels.caption() : "";
    }

    private static List<Figure.Chart> charts(Figure figure) {
      if (figure instanceof Figure.Panels panels) {
        return panels.charts();
      }
      return figure instanceof Figure.Chart chart ? List.of(chart) : List.of();
    }

    /** The first, the last, and as many evenly between as there is room for. */
    private List<Figure.Chart> thinned(List<Figure.Chart> charts) {
      if (charts.size() <= columns) {
        return charts;
      }
      List<Figure.Chart> kept = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        kept.add(charts.get(i * (charts.size() - 1) / Math.max(1, columns - 1)));
      }
      return kept;
    }
  }

  /**
   * Every member's curve of one metric on the same axes, of several seeds the mean with its 95 %
   * confidence interval.
   *
   * @param metric the name of the metric
   */
  record Overlay(String metric) implements StudyFigure {
    @Override
    public String name() {
      return "overlay_" + metric;
    }

    @Override
    public Optional<Figure> draw(List<Member> members) {
      return Lines.chart(members, Lines.words(metric), member -> member.curves(metric));
    }
  }

  /**
   * How far every other member's metric stays behind one member's, seed by seed: of cumulative
   * rewards the cumulative regret, its mean over seeds with a 95 % confidence interval.
   *
   * @param reference the name of the member that the others are compared with
   * @param metric the name of the metric
   */
  record Regret(String reference, String metric) implements StudyFigure {
    @Override
    public String name() {
      return "regret_" + metric;
    }

    @Override
    public Optional<Figure> draw(List<Member> members) {
      List<Matrix> best =
          members.stream()
              .filter(member -> member.name().equals(reference))
              .flatMap(member -> member.curves(metric).stream())
              .toList();
      return Lines.chart(
          members.stream().filter(member -> !member.name().equals(reference)).toList(),
          "%s behind %s".formatted(Lines.words(metric), reference),
          member -> {
            List<Matrix> curves = member.curves(metric);
            return IntStream.range(0, Math.min(best.size(), curves.size()))
                .mapToObj(i -> MeanCurve.difference(best.get(i), curves.get(i)))
                .toList();
          });
    }
  }

  /**
   * The charts of the members' figure of that name, those with the same title on the same axes. A
   * curve bears its member's name; what all of them show is shown once.
   *
   * @param figure the name of the members' figure
   */
  record OnTop(String figure) implements StudyFigure {
    @Override
    public String name() {
      return "on_top_" + figure;
    }

    @Override
    public Optional<Figure> draw(List<Member> members) {
      Map<String, Figure.Chart> charts = new LinkedHashMap<>();
      var panels = new Figure.Panels(figure, 1, List.of());
      for (Member member : members) {
        Optional<Figure> told = member.figure(figure);
        if (told.orElse(null) instanceof Figure.Panels some) {
          panels = some;
        }
        for (var chart : told.map(SideBySide::charts).orElse(List.of())) {
          charts.merge(chart.title(), named(chart, member.name()), OnTop::joined);
        }
      }
      return charts.isEmpty() ? Optional.empty() : Optional.of(panels.with(charts.values()));
    }

    private static Figure.Chart named(Figure.Chart chart, String name) {
      return chart.with(
          chart.layers().stream()
              .map(
                  layer ->
                      layer instanceof Layer.Curve curve
                          ? new Layer.Curve(name + ", " + curve.label(), curve.points())
                          : layer)
              .toList());
    }

    private static Figure.Chart joined(Figure.Chart one, Figure.Chart other) {
      return one.with(
          Stream.concat(one.layers().stream(), other.layers().stream()).distinct().toList());
    }
  }

  /**
   * A group of bars a member, one for each of the results named.
   *
   * @param results the names of numeric results
   */
  record Bars(List<String> results) implements StudyFigure {
    public Bars {
      results = List.copyOf(results);
      Check.require(!results.isEmpty(), "results must name at least one result");
    }

    @Override
    public String name() {
      return "bars_" + results.get(0);
    }

    @Override
    public Optional<Figure> draw(List<Member> members) {
      List<String> names = new ArrayList<>();
      List<double[]> heights = new ArrayList<>();
      for (Member member : members) {
        member
            .numbers(results)
            .ifPresent(
                numbers -> {
                  names.add(member.name());
                  heights.add(numbers);
                });
      }
      if (names.isEmpty()) {
        return Optional.empty();
      }
      var bars = new Layer.Bars(names, results, Matrix.of(heights.toArray(double[][]::new)));
      String height = results.size() == 1 ? Lines.words(results.get(0)) : "";
      return Optional.of(new Figure.Chart("", "member", height, new Bounds.Fit(), List.of(bars)));
    }
  }
}
