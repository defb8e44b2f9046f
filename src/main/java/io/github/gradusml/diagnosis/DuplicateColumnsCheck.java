package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether two columns say the same: they are equal, or equal but for a factor and a shift. */
final class DuplicateColumnsCheck {
  /** In fewer rows two columns may well agree by chance. */
  private static final int LEAST_ROWS = 10;

  /** How far standardized numbers may lie apart: what roundings leave. */
  private static final double ROUNDING = 1e-6;

  /** Standardized numbers further apart than this differ by far more than roundings. */
  private static final double PLAIN = 1e-3;

  /** Two columns of which fewer numbers differ from the middle one may agree by chance. */
  private static final int LEAST_OTHERS = 5;

  private DuplicateColumnsCheck() {}

  /**
   * A column that says the same as one before it.
   *
   * @param sign −1 where one goes up as the other goes down
   */
  private record Copy(SampledColumn column, SampledColumn of, int sign) {
    String text() {
      boolean isEqual = Arrays.equals(column.values(), of.values());
      double factor = sign * (column.deviation() / of.deviation());
      double shift = column.mean() - factor * of.mean();
      String name = Texts.quoted(of.name());
      if (isEqual) {
        return Texts.quoted(column.name()) + " is the same as " + name;
      }
      return Texts.quoted(column.name())
          + " follows exactly from "
          + name
          + (Double.isFinite(shift) ? ": it is " + Texts.number(factor) + " times that" : "")
          + (Math.abs(shift) > ROUNDING * column.deviation() && Double.isFinite(shift)
              ? ", and " + Texts.number(Math.abs(shift)) + (shift > 0 ? " more" : " less")
              : "");
    }
  }

  static Verdict verdict(Case training) {
    if (training.sample().rows() < LEAST_ROWS) {
      return Verdict.notApplicable("fewer than " + LEAST_ROWS + " rows count");
    }
    List<SampledColumn> columns = SampledColumn.of(training);
    if (columns.size() < 2) {
      return Verdict.notApplicable("there is one column");
    }
    List<Copy> copies = copies(columns);
    if (copies.isEmpty()) {
      return Verdict.clear();
    }
    List<String> names = copies.stream().map(copy -> copy.column().name()).toList();
    return Verdict.found(
        "the column "
            + copies.get(0).text()
            + (names.size() == 1
                ? ". "
                : "; so it is with " + LeavingOut.named(names.subList(1, names.size())) + ". ")
            + "How much of the weight goes to which of two such columns means nothing.",
        LeavingOut.cure(training, names));
  }

  /** The columns without those that say the same as one before them. */
  static List<SampledColumn> withoutCopies(List<SampledColumn> columns) {
    List<SampledColumn> others = new ArrayList<>(columns);
    copies(columns).forEach(copy -> others.remove(copy.column()));
    return others;
  }

  private static List<Copy> copies(List<SampledColumn> columns) {
    List<Copy> copies = new ArrayList<>();
    List<SampledColumn> different = new ArrayList<>();
    List<double[]> standardized = new ArrayList<>();
    for (SampledColumn column : columns) {
      if (!column.isConstant()) {
        double[] z = column.standardized();
        int k = 0;
        while (k < different.size() && sign(standardized.get(k), z) == 0) {
          k++;
        }
        if (k == different.size()) {
          different.add(column);
          standardized.add(z);
        } else if (!isMostlyOneNumber(z)) {
          copies.add(new Copy(column, different.get(k), sign(standardized.get(k), z)));
        }
      }
    }
    return copies;
  }

  /** 1 where they are equal, −1 where each is the other's negative, else 0. */
  private static int sign(double[] a, double[] b) {
    return areSame(a, b, 1) ? 1 : areSame(a, b, -1) ? -1 : 0;
  }

  private static boolean areSame(double[] a, double[] b, int sign) {
    for (int i = 0; i < a.length; i++) {
      if (!(Math.abs(a[i] - sign * b[i]) <= ROUNDING * Math.max(1, Math.abs(a[i])))) {
        return false;
      }
    }
    return true;
  }

  /** But for a few rows, all are as good as one: in these few alone they agree. */
  private static boolean isMostlyOneNumber(double[] z) {
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    double middle = sorted[sorted.length / 2];
    return Arrays.stream(sorted).filter(x -> Math.abs(x - middle) > PLAIN).count() < LEAST_OTHERS;
  }
}
