package hydrangea.models.optimizer;

import static hydrangea.models.optimizer.Trial.CONSTANT;
import static hydrangea.models.optimizer.Trial.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SgdTest {
  @Test
  void update_replaysPyTorch() {
    var spec = new Sgd.Spec(1e-3, .9, CONSTANT, NONE);
    Trial.assertReplays(spec, "sgd_momentum_09");
    Trial.assertReplaysFromZero(spec, "sgd_momentum_09");
  }

  @Test
  void update_withoutMomentum_isTheRateTimesTheGradient() {
    var trial = new Trial(new Sgd.Spec(.5, 0, CONSTANT, NONE), 1, 2);
    trial.update(1, -4);
    trial.update(1, 0);
    trial.assertWeights(0, 0, 4);
  }

  @Test
  void update_withALongGradient_isShortenedTogether() {
    var trial = new Trial(new Sgd.Spec(1, 0, CONSTANT, 1), 0, 0);
    assertThat(trial.update(3, 4)).isEqualTo(5);
    trial.assertWeights(3e-7, -.6, -.8);
  }

  @Test
  void update_withAShortGradient_isNotStretched() {
    var trial = new Trial(new Sgd.Spec(1, 0, CONSTANT, 10), 0, 0);
    assertThat(trial.update(3, 4)).isEqualTo(5);
    trial.assertWeights(0, -3, -4);
  }
}
