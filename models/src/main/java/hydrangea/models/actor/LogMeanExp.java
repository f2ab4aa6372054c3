package hydrangea.models.actor;

import hydrangea.models.Matrix;
import java.util.List;

/** log (1/K) sum_k exp(x_k), entry by entry; the largest is taken out before the exponential. */
record LogMeanExp(List<Matrix> each, Matrix value) {
  LogMeanExp(List<Matrix> each) {
    this(each, new Matrix(each.get(0).rows, each.get(0).columns));
    for (int i = 0; i < value.data.length; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (var x : each) {
        largest = Math.max(largest, x.data[i]);
      }
      double sum = 0;
      for (var x : each) {
        sum += Math.exp(x.data[i] - largest);
      }
      value.data[i] = largest + Math.log(sum / each.size());
    }
  }

  /** The gradient of x_k: its share in the sum, times the gradient of the value. */
  Matrix backward(int k, Matrix dValue) {
    var back = new Matrix(dValue.rows, dValue.columns);
    for (int i = 0; i < back.data.length; i++) {
      double share = Math.exp(each.get(k).data[i] - value.data[i]) / each.size();
      back.data[i] = dValue.data[i] * share;
    }
    return back;
  }
}
