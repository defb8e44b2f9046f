package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.List;

/** Whether a column has the same value in every row, and so tells no row from another. */
final class ConstantColumnCheck {
  /** In fewer rows a column may well have one value by chance. */
  private static final int LEAST_ROWS = 10;

  /** Numbers that are read to make sure that a column is constant beyond the sample. */
  private static final long MOST_NUMBERS = 1 << 18;

  private ConstantColumnCheck() {}

  static Verdict verdict(Case training) {
    int rows = training.sample().rows();
    if (rows < LEAST_ROWS) {
      return Verdict.notApplicable("fewer than " + LEAST_ROWS + " rows count");
    }
    if (!ModelParts.hasBias(training.start())) {
      return Verdict.notApplicable("the model has no bias, and a constant column stands in for it");
    }
    List<SampledColumn> constant =
        SampledColumn.of(training).stream().filter(SampledColumn::isConstant).toList();
    List<SampledColumn> confirmed = confirmed(training.train(), constant);
    return confirmed.isEmpty() ? Verdict.clear() : found(training, confirmed);
  }

  /** A number that is rare, such as a word of a text, may be missing in the sample by chance. */
  private static List<SampledColumn> confirmed(Dataset train, List<SampledColumn> constant) {
    long numbers = (long) train.rows() * constant.size();
    int step = (int) Math.max(1, numbers / MOST_NUMBERS);
    return constant.stream().filter(column -> isConstant(train, column, step)).toList();
  }

  private static boolean isConstant(Dataset train, SampledColumn column, int step) {
    double low = column.low();
    double rounding = column.rounding();
    for (int i = 0; i < train.rows(); i += step) {
      boolean differs = Math.abs(train.value(i, column.index()) - low) > rounding;
      if (differs && train.weight(i) > 0) {
        return false;
      }
    }
    return true;
  }

  private static Verdict found(Case training, List<SampledColumn> constant) {
    List<String> names = constant.stream().map(SampledColumn::name).toList();
    SampledColumn first = constant.get(0);
    String rows = " in every row that was looked at: ";
    boolean isOne = names.size() == 1;
    String evidence =
        isOne
            ? "the column " + LeavingOut.named(names) + " is " + Texts.number(first.low()) + rows
            : names.size() + " columns have one value each" + rows + LeavingOut.named(names) + ". ";
    String why =
        (isOne ? "it tells" : "They tell")
            + " no row from another, and all that "
            + (isOne ? "its weight does" : "their weights do")
            + " is to move the bias.";
    boolean isAll = names.size() == training.train().features();
    return Verdict.found(
        evidence + why,
        isAll
            ? "No column varies, so that nothing can be learned from these rows: take others."
            : LeavingOut.cure(training, names));
  }
}
