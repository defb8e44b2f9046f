package io.github.gradusml.plot;

import io.github.gradusml.metric.PrecisionRecallCurve;
import io.github.gradusml.metric.PrecisionRecallPoint;
import io.github.gradusml.metric.RocCurve;
import io.github.gradusml.metric.RocPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What becomes of rows wherever one cuts: curves of two shares, with some of the thresholds, and
 * what chance would get.
 *
 * @param title the line above them
 * @param across what the horizontal share is
 * @param up what the vertical one is
 * @param words what the legend has an abbreviation for; empty where it has none
 * @param curves at least one
 * @param chance what is got without looking at the rows; null where that differs
 */
record ThresholdCurves(
    String title, String across, String up, String words, List<Curve> curves, Curve chance)
    implements Picture {
  private static final String THRESHOLDS =
      "The numbers are thresholds: rows whose score reaches one are taken for the class.";

  private static final double ROOM = 0.02;
  private static final Stroke CHANCE = Stroke.of(Look.AXIS, 1.6).withDash(Stroke.Dash.DOTTED);

  /** A share of that size is drawn as the same one. */
  private static final double ROUNDING = 1e-6;

  /**
   * A curve.
   *
   * @param label what the legend says of it
   * @param x the horizontal share at each point
   * @param y the vertical one
   * @param thresholds the smallest score that is taken for the class, at each point
   * @param isStepwise whether a point holds from the one before on, and not a line between the two
   */
  record Curve(String label, double[] x, double[] y, double[] thresholds, boolean isStepwise) {
    /** The corners of a line through the points. */
    double[][] line() {
      if (!isStepwise) {
        return new double[][] {x, y};
      }
      double[][] line = new double[2][2 * x.length];
      for (int i = 0; i < x.length; i++) {
        line[0][2 * i] = i == 0 ? 0 : x[i - 1];
        line[0][2 * i + 1] = x[i];
        line[1][2 * i] = y[i];
        line[1][2 * i + 1] = y[i];
      }
      return line;
    }
  }

  /** False and true positive rates, and the diagonal. */
  static ThresholdCurves roc(Map<String, RocCurve> curves) {
    checkNotEmpty(curves);
    List<Curve> all = new ArrayList<>();
    curves.forEach(
        (name, curve) -> {
          List<RocPoint> points = curve.points();
          String label = name + " (area " + Digits.three(curve.area()) + ")";
          double[] x = each(points, RocPoint::falsePositiveRate);
          double[] y = each(points, RocPoint::truePositiveRate);
          all.add(new Curve(label, x, y, each(points, RocPoint::threshold), false));
        });
    double[] diagonal = {0, 1};
    Curve chance = new Curve("chance (area 0.5)", diagonal, diagonal, new double[2], false);
    return new ThresholdCurves(
        "ROC curves", "false positive rate", "true positive rate", "", all, chance);
  }

  /** Recall and precision, and the precision where all rows are taken for the class. */
  static ThresholdCurves precisionRecall(Map<String, PrecisionRecallCurve> curves) {
    checkNotEmpty(curves);
    List<Curve> all = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    curves.forEach(
        (name, curve) -> {
          List<PrecisionRecallPoint> points = curve.points();
          String average = Digits.three(curve.averagePrecision());
          String label = name + " (AP " + average + ")";
          double[] x = each(points, PrecisionRecallPoint::recall);
          double[] y = each(points, PrecisionRecallPoint::precision);
          all.add(new Curve(label, x, y, each(points, PrecisionRecallPoint::threshold), true));
          shares.add(y[y.length - 1]);
        });
    double share = shares.get(0);
    boolean isOne = shares.stream().allMatch(other -> Math.abs(other - share) < ROUNDING);
    double[] ends = {0, 1};
    Curve chance =
        new Curve(
            "chance (" + Digits.three(share) + ")",
            ends,
            new double[] {share, share},
            new double[2],
            false);
    return new ThresholdCurves(
        "Precision and recall",
        "recall",
        "precision",
        "AP: average precision.",
        all,
        isOne ? chance : null);
  }

  private static void checkNotEmpty(Map<String, ?> curves) {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("curves must not be empty");
    }
  }

  private static <T> double[] each(List<T> points, ToDoubleFunction<T> number) {
    return points.stream().mapToDouble(number).toArray();
  }

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("shares from 0 to 1 are drawn without a logarithmic scale");
    Axis x = new Axis(across, Scale.LINEAR, -ROOM, 1 + ROOM);
    Axis y = new Axis(up, Scale.LINEAR, -ROOM, 1 + ROOM);
    Chart chart = new Chart(view, title, x, y).caption((THRESHOLDS + " " + words).strip());
    if (chance != null) {
      chart.line("", chance.x, chance.y, CHANCE);
    }
    for (int k = 0; k < curves.size(); k++) {
      double[][] line = curves.get(k).line();
      chart.line(curves.get(k).label, line[0], line[1], Look.line(k));
    }
    if (chance != null) {
      chart.entry(chance.label, Legend.line(CHANCE));
    }
    return chart.add(this::drawThresholds);
  }

  private void drawThresholds(Canvas canvas, Frame frame) {
    ThresholdMarks marks = new ThresholdMarks(canvas, frame, curves);
    for (int k = 0; k < curves.size(); k++) {
      marks.add(curves.get(k), Look.color(k));
    }
  }
}
