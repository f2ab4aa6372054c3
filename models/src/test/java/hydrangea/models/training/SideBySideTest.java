package hydrangea.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import hydrangea.models.figure.Figure;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
  private static final Figure ONE = Figure.Chart.blank().titled("one");

  private static Figure panels(String caption, int charts) {
    return new Figure.Panels(
        "", caption, 1, Collections.nCopies(charts, Figure.Chart.blank().titled("p")));
  }

  private static Member member(String name, Figure figure) {
    var member = new Member(name, 1);
    member.begin("updates");
    member.under(new Told()).figure("it", figure);
    return member;
  }

  private static Figure.Panels drawn(int columns, Member... members) {
    return (Figure.Panels)
        new StudyFigure.SideBySide("it", columns).draw(List.of(members)).orElseThrow();
  }

  private static List<String> titles(Figure.Panels panels) {
    return panels.charts().stream().map(Figure.Chart::title).toList();
  }

  @Test
  void draw_membersOfOneChartEach_areInRowsOfSoManyColumns() {
    Member[] members =
        IntStream.range(0, 5).mapToObj(i -> member("m" + i, ONE)).toArray(Member[]::new);
    assertThat(drawn(3, members).columns()).isEqualTo(3);
    assertThat(drawn(8, members).columns()).isEqualTo(5);
    assertThat(titles(drawn(3, members))).startsWith("m0, one", "m1, one").hasSize(5);
  }

  @Test
  void draw_memberOfSeveralCharts_hasARowOfItsOwn() {
    Figure.Panels drawn = drawn(2, member("a", panels("", 3)), member("b", panels("", 3)));
    assertThat(drawn.columns()).isEqualTo(2);
    assertThat(titles(drawn)).containsExactly("a, p", "a, p", "b, p", "b, p");
  }

  @Test
  void draw_captions_areKeptWithTheirMembersNames() {
    Figure.Panels drawn =
        drawn(3, member("a", panels("bad", 1)), member("b", ONE), member("c", panels("worse", 1)));
    assertThat(drawn.caption()).isEqualTo("a: bad; c: worse");
    assertThat(drawn.columns()).isEqualTo(3);
  }

  @Test
  void draw_nobodyHasThatFigure_isNothing() {
    assertThat(new StudyFigure.SideBySide("that", 2).draw(List.of(member("a", ONE)))).isEmpty();
  }
}
