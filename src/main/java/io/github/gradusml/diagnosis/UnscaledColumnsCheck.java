package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether one learning rate cannot suit all weights, since the columns differ too much in size, or
 * lie too far from 0.
 *
 * <pre>{@code
 * r = max(1, maxⱼ √mean(xⱼ²)) / min(1, minⱼ ¼·(max xⱼ − min xⱼ))
 * }</pre>
 *
 * <p>The 1 is the bias's input, where there is one. The largest column limits the rate to about
 * 1/size², and a column that varies r times less than that needs some r² updates. It varies by a
 * quarter of its range and not by its deviation, since that is small for an indicator that is
 * rarely 1, which is as large as it should be.
 *
 * <p>Symbols: xⱼ column j.
 */
final class UnscaledColumnsCheck {
  /** From here on the last weight arrives a hundred times later than the first. */
  private static final double MOST_RATIO = 10;

  /** From here on it would take more updates than anybody makes. */
  private static final double NEVER = 1e6;

  private UnscaledColumnsCheck() {}

  static Verdict verdict(Case training) {
    if (training.sample().rows() < 2) {
      return Verdict.notApplicable("in one row no column varies");
    }
    List<SampledColumn> columns =
        SampledColumn.of(training).stream().filter(column -> !column.isConstant()).toList();
    if (columns.isEmpty()) {
      return Verdict.notApplicable("no column varies");
    }
    List<Input> inputs = new ArrayList<>(columns.stream().map(Input::of).toList());
    if (ModelParts.hasBias(training.start())) {
      inputs.add(Input.OF_BIAS);
    }
    Input large = inputs.stream().max(Comparator.comparingDouble(Input::size)).orElseThrow();
    Input least = inputs.stream().min(Comparator.comparingDouble(Input::range)).orElseThrow();
    // Of two reasons the plainer one: it is large for no other reason than that it is far from 0.
    Input small = large.size() / large.range() > MOST_RATIO ? large : least;
    double ratio = large.size() / small.range();
    String cure = Advice.standardizing(training.train(), "train");
    return ratio > MOST_RATIO ? found(large, small, ratio, cure) : Verdict.clear();
  }

  private static Verdict found(Input large, Input small, double ratio, String cure) {
    return Verdict.found(
        large.name()
            + " is of size "
            + Texts.number(large.size())
            + (large.equals(small) ? " and varies by " : ", and " + small.name() + small.verb())
            + Texts.number(small.range())
            + " only, "
            + Texts.number(ratio)
            + " times less: at a rate small enough for the first, the second "
            + (ratio < NEVER
                ? "needs some " + Texts.number(ratio * ratio) + " updates."
                : "never arrives."),
        "Standardize the columns: train on "
            + cure
            + ", and apply the same standardizer to all other rows.");
  }

  /**
   * What is multiplied by a weight.
   *
   * @param name what it is called
   * @param size the root of its mean square
   * @param range a quarter of its range; of the bias's input as much as it is
   */
  private record Input(String name, double size, double range) {
    static final Input OF_BIAS = new Input("the bias's input", 1, 1);

    String verb() {
      return equals(OF_BIAS) ? " is " : " varies by ";
    }

    static Input of(SampledColumn column) {
      String name = "the column " + Texts.quoted(column.name());
      return new Input(name, column.size(), column.quarterOfRange());
    }
  }
}
