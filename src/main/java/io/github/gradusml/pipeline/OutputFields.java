package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Texts;

/** The library's own outputs as fields: one number with its activation and cut, or k classes. */
final class OutputFields {
  private static final String KIND = "kind";
  private static final String CLASSES = "classes";
  private static final String ACTIVATION = "activation";
  private static final String CUT = "cut";

  private static final String ONE = "one output";
  private static final String SOFTMAX = "softmax";
  private static final String ONE_VERSUS_REST = "one versus rest";

  private OutputFields() {}

  /**
   * Returns the fields of an output.
   *
   * @throws IllegalArgumentException if it is not one of the library's own
   */
  static Fields write(Output output) {
    int k = output.outputs();
    if (k == 1) {
      return writeOne(output, Fields.none().with(KIND, ONE));
    }
    if (Output.softmax(k).equals(output)) {
      return Fields.none().with(KIND, SOFTMAX).with(CLASSES, k);
    }
    if (Output.oneVersusRest(k, output.activation()).equals(output)) {
      String activation = ActivationText.write(output.activation());
      return Fields.none()
          .with(KIND, ONE_VERSUS_REST)
          .with(CLASSES, k)
          .with(ACTIVATION, activation);
    }
    throw own(output);
  }

  /** Adds the activation of a single output, and its cut where it has one. */
  static Fields writeOne(Output output, Fields into) {
    into.with(ACTIVATION, ActivationText.write(output.activation()));
    if (!Double.isNaN(output.cut())) {
      into.with(CUT, output.cut());
    }
    if (!readOne(into).equals(output)) {
      throw own(output);
    }
    return into;
  }

  private static IllegalArgumentException own(Output output) {
    return UsersOwn.cannotBe(
        UsersOwn.SAVED,
        "output",
        "one that Output makes, with one net input, a softmax or one versus rest,",
        output,
        UsersOwn.ONLY_NUMBERS);
  }

  /**
   * Returns the output of fields.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Output read(Fields fields) {
    String kind = fields.text(KIND);
    switch (kind) {
      case ONE:
        return readOne(fields.only(KIND, ACTIVATION, CUT));
      case SOFTMAX:
        return Output.softmax(classes(fields.only(KIND, CLASSES)));
      case ONE_VERSUS_REST:
        fields.only(KIND, CLASSES, ACTIVATION);
        return Output.oneVersusRest(classes(fields), ActivationText.read(fields.text(ACTIVATION)));
      default:
        throw new IllegalArgumentException(
            "output must be \"one output\", \"softmax\" or \"one versus rest\", but was "
                + Texts.quoted(kind)
                + "; a newer version of Gradus may know it");
    }
  }

  private static int classes(Fields fields) {
    return (int) fields.whole(CLASSES, 2, Integer.MAX_VALUE);
  }

  /** A single output, whose fields stand among others. */
  static Output readOne(Fields fields) {
    double cut = fields.has(CUT) ? fields.finite(CUT) : Double.NaN;
    return one(ActivationText.read(fields.text(ACTIVATION)), cut);
  }

  /** A single output of the library's own; it tells no classes apart where the cut is NaN. */
  static Output one(Activation activation, double cut) {
    Output output = Output.of(activation);
    return Double.isNaN(cut)
        ? output.fittedTo(Loss.squaredError(), new double[] {0, 1, 2}) // numbers, not two classes
        : output.withCut(cut);
  }
}
