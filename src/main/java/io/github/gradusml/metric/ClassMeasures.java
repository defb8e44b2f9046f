package io.github.gradusml.metric;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import java.util.function.IntToDoubleFunction;

/** What the metrics of one class measure, and what is made of it. */
final class ClassMeasures {
  private ClassMeasures() {}

  /** What follows from a confusion matrix for a class of it. */
  interface OfMatrix {
    double of(ConfusionMatrix matrix, int ofClass);
  }

  /** See {@link Metric#fBeta}. */
  record FBeta(double beta) implements OfMatrix {
    @Override
    public double of(ConfusionMatrix matrix, int ofClass) {
      return matrix.fBeta(ofClass, beta);
    }
  }

  /** Any function of a confusion matrix and a class. */
  record Counted(OfMatrix function) implements ClassMeasure {
    @Override
    public IntToDoubleFunction of(Scores scores) {
      ConfusionMatrix matrix = ConfusionMatrix.of(scores);
      return ofClass -> function.of(matrix, ofClass);
    }

    @Override
    public void check(Output output, Dataset data, int ofClass) {
      ActualClasses.check(output, data);
      Checks.index("ofClass", ofClass, output.classes());
    }
  }

  /** See {@link Metric#rocAuc}. */
  record Area() implements ClassMeasure {
    @Override
    public IntToDoubleFunction of(Scores scores) {
      return ofClass -> RankedScores.ofBoth(scores, ofClass).area();
    }

    @Override
    public void check(Output output, Dataset data, int ofClass) {
      RankedScores.checkBoth(output, data, ofClass);
    }

    @Override
    public boolean isMeanOfSeveral() {
      return true;
    }
  }

  /** See {@link Metric#averagePrecision}. */
  record AveragePrecision() implements ClassMeasure {
    @Override
    public IntToDoubleFunction of(Scores scores) {
      return ofClass -> RankedScores.ofFound(scores, ofClass).averagePrecision();
    }

    @Override
    public void check(Output output, Dataset data, int ofClass) {
      RankedScores.checkFound(output, data, ofClass);
    }
  }

  /** One class. */
  record OfClass(ClassMeasure measure, int ofClass) implements Measure {
    @Override
    public double of(Scores scores) {
      return measure.of(scores).applyAsDouble(ofClass);
    }

    @Override
    public void check(Output output, Dataset data) {
      measure.check(output, data, ofClass);
    }
  }

  /** The mean over the classes, each as often as its rows or all the same. */
  record Mean(ClassMeasure measure, boolean isWeighted) implements Measure {
    @Override
    public double of(Scores scores) {
      check(scores.output(), scores.data());
      double[] rows = scores.sharesOfClasses();
      return isWeighted
          ? ClassMeans.weighted(rows, measure.of(scores))
          : ClassMeans.macro(rows, measure.of(scores));
    }

    @Override
    public void check(Output output, Dataset data) {
      // Of more classes than rows, one of these has none.
      int enough = Math.min(output.classes(), data.rows() + 1);
      for (int c = 0; c < enough; c++) {
        measure.check(output, data, c);
      }
    }
  }
}
