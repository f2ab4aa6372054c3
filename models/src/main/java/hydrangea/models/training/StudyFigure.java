package hydrangea.models.training;

import hydrangea.models.Check;
import hydrangea.models.Matrix;
import hydrangea.models.figure.Bounds;
import hydrangea.models.figure.Figure;
import hydrangea.models.figure.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * Every member's curve of one metric on the same axes.
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
      List<Layer> layers = new ArrayList<>();
      for (Member member : members) {
        Matrix curve = member.curve(metric);
        if (curve.rows > 0) {
          layers.add(new Layer.Curve(member.name(), curve));
        }
      }
      return layers.isEmpty()
          ? Optional.empty()
          : Optional.of(new Figure.Chart("", "updates", metric, new Bounds.Fit(), layers));
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
      return Optional.of(new Figure.Chart("", "member", "", new Bounds.Fit(), List.of(bars)));
    }
  }
}
